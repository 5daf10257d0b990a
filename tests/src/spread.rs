//! Work that has many parts, done by all cores at once.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    thread,
};

/// Returns what `work` makes of each item, in the order of the items. As many are worked on at once as the machine has cores.
///
/// # Panics
///
/// Where `work` does.
pub fn spread<T: Send, R: Send>(
    items: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let items: Vec<T> = items.into_iter().collect();
    let queue = Mutex::new(items.into_iter().enumerate());
    let done = Mutex::new(BTreeMap::new());
    let next = || {
        let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.next()
    };
    let keep = |index, made| {
        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
        done.insert(index, made);
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some((index, item)) = next() {
                    keep(index, work(item));
                }
            });
        }
    });
    let done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.into_values().collect()
}
