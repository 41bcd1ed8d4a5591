//! What backends share: pages as HTML, and the theme around them.

pub mod blocks;
pub mod html;
pub mod plain;
pub mod theme;
