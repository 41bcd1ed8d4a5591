//! Results kept from one run to the next. Each stands under a key, beside the input that it was made of, and serves again only
//! where an equal input asks for it: there are no times, no graph of what hangs on what, and nothing to invalidate. What a run
//! does not ask for is forgotten when it ends, so that a memo never holds more than one run's worth.

use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// What was made of inputs in the last run, by key.
pub struct Memo<K, I, V> {
    kept: FxHashMap<K, (I, V)>,
}

impl<K, I, V> Default for Memo<K, I, V> {
    fn default() -> Self {
        Memo { kept: FxHashMap::default() }
    }
}

impl<K, I, V> Memo<K, I, V>
where
    K: Eq + Hash + Send + Sync,
    I: PartialEq + Send + Sync,
    V: Clone + Send + Sync,
{
    /// A value for each key and input, in their order, made on all cores where none is kept. Keys differ from each other.
    pub fn each<Q>(&mut self, asked: Vec<(&Q, I)>, make: impl Fn(&Q, &I) -> V + Sync) -> Vec<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + Sync + ToOwned<Owned = K> + ?Sized,
    {
        let (values, is_new): (Vec<V>, Vec<bool>) = asked
            .par_iter()
            .map(|(key, input)| match self.kept.get(key) {
                Some((before, value)) if before == input => (value.clone(), false),
                _ => (make(key, input), true),
            })
            .unzip();
        let keys: Vec<&Q> = asked.iter().map(|(key, _)| *key).collect();
        let rows = asked.into_iter().zip(&values).zip(is_new);
        for (((key, input), value), _) in rows.filter(|(_, is_new)| *is_new) {
            self.kept.insert(key.to_owned(), (input, value.clone()));
        }
        if self.kept.len() > keys.len() {
            let keys: FxHashSet<&Q> = keys.into_iter().collect();
            self.kept.retain(|key, _| keys.contains(key.borrow()));
        }
        values
    }
}

impl<I: PartialEq, V: Clone> Memo<(), I, V> {
    /// The one value there is.
    pub fn one(&mut self, input: I, make: impl FnOnce(&I) -> V) -> V {
        let value = match self.kept.get(&()) {
            Some((before, value)) if *before == input => value.clone(),
            _ => make(&input),
        };
        // The newer of two that are equal: the older may hold what is held nowhere else.
        self.kept.insert((), (input, value.clone()));
        value
    }
}

/// An input that is equal to itself alone: the value of a memo that another one hangs on. Comparing it costs nothing.
pub struct Same<T: ?Sized>(pub Arc<T>);

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Same(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::Memo;

    #[test]
    fn only_what_is_asked_with_another_input_is_made_anew() {
        let mut memo: Memo<String, u32, u32> = Memo::default();
        let made = AtomicUsize::new(0);
        let mut run = |asked: &[(&'static str, u32)]| {
            made.store(0, Ordering::Relaxed);
            let asked = asked.iter().map(|(key, input)| (*key, *input)).collect();
            let values = memo.each(asked, |_, input| {
                made.fetch_add(1, Ordering::Relaxed);
                input * 2
            });
            (values, made.load(Ordering::Relaxed))
        };
        assert_eq!(run(&[("a", 1), ("b", 2)]), (vec![2, 4], 2));
        assert_eq!(run(&[("b", 2), ("a", 1)]), (vec![4, 2], 0), "in another order");
        assert_eq!(run(&[("a", 5), ("b", 2)]), (vec![10, 4], 1), "one input is another");
        assert_eq!(run(&[("a", 5)]), (vec![10], 0));
        assert_eq!(run(&[("a", 5), ("b", 2)]), (vec![10, 4], 1), "what was not asked for is forgotten");
    }
}
