//! Who may read what: the seven audiences, as a set.

use crate::syntax::front::AUDIENCES;

/// A set of audiences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Audiences(u8);

impl Audiences {
    pub const NONE: Audiences = Audiences(0);

    /// The set of one audience; empty for a name that is none.
    pub fn one(name: &str) -> Audiences {
        AUDIENCES.iter().position(|known| *known == name).map_or(Audiences::NONE, |at| Audiences(1 << at))
    }

    pub fn all<'a>(names: impl IntoIterator<Item = &'a str>) -> Audiences {
        names.into_iter().fold(Audiences::NONE, |set, name| set.with(Audiences::one(name)))
    }

    pub fn with(self, other: Audiences) -> Audiences {
        Audiences(self.0 | other.0)
    }

    pub fn meets(self, other: Audiences) -> bool {
        self.0 & other.0 != 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The names in the set, in the order of the closed list.
    pub fn names(self) -> Vec<&'static str> {
        AUDIENCES
            .iter()
            .enumerate()
            .filter(|(at, _)| self.0 & (1 << at) != 0)
            .map(|(_, name)| *name)
            .collect()
    }
}
