//! Who may read what: the seven audiences, as a set, and the sites where a programme runs.

use super::project::Edition;
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

/// Whom a page or a part of one is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readers {
    /// Any of these; whoever comes by, where it is `None`.
    pub audience: Option<Audiences>,
    /// At any of these sites; at all of them, where none is named.
    pub sites: Box<[String]>,
}

impl Readers {
    /// Whether an edition's readers are among them.
    pub fn meet(&self, edition: &Edition) -> bool {
        self.hold(edition.audiences) && edition.is_at(&self.sites)
    }

    /// Whether readers of some audience are among them, at some site.
    pub fn hold(&self, audience: Audiences) -> bool {
        self.audience.is_none_or(|own| own.meets(audience))
    }

    /// `audience=patient site=mellerud`, as an author writes it.
    pub fn written(&self) -> String {
        let audience = self.audience.map(|audience| format!("audience={}", audience.names().join(",")));
        let sites = (!self.sites.is_empty()).then(|| format!("site={}", self.sites.join(",")));
        audience.into_iter().chain(sites).collect::<Vec<_>>().join(" ")
    }
}
