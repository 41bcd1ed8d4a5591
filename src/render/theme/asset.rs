//! A file below a theme's `assets/`, as a browser asks for it.

use std::sync::OnceLock;

use super::minify;

/// One file's bytes as written, and made small where that is done.
pub struct Asset {
    /// Below `assets/`.
    pub name: String,
    written: Vec<u8>,
    small: OnceLock<Vec<u8>>,
}

impl Asset {
    pub fn new(name: String, written: Vec<u8>) -> Asset {
        Asset { name, written, small: OnceLock::new() }
    }

    /// A style sheet made small, when it is first asked for, which no check does; any other file as it is: scripts travel
    /// compressed, and can be read as they were written.
    pub fn bytes(&self) -> &[u8] {
        match self.name.ends_with(".css") {
            true => self.small.get_or_init(|| minify::css(&self.written)),
            false => &self.written,
        }
    }
}
