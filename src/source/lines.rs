//! Byte offsets to lines and columns, counted as an editor does: from one, columns in characters.

/// The line starts of one text.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Lines<'a> {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Lines { text, starts }
    }

    /// Line and column of a byte offset, both from one. An offset past the end is the end.
    pub fn position(&self, offset: u32) -> (usize, usize) {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line(offset as u32);
        let column = self.text[self.starts[line - 1]..offset].chars().count() + 1;
        (line, column)
    }

    /// The line of a byte offset, from one.
    pub fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset as usize)
    }

    /// The byte range of lines `first` to `last`, clipped to the text, without the last line's end.
    pub fn range(&self, first: usize, last: usize) -> std::ops::Range<usize> {
        let start = self.starts[first.clamp(1, self.starts.len()) - 1];
        let end = self.starts.get(last).map_or(self.text.len(), |next| next - 1);
        start..end.max(start)
    }
}
