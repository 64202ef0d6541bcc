//! What becomes of reading something that may not be here yet.

/// What became of reading something from a file of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lookup<T> {
    /// It was read.
    Ready(T),
    /// Its file has to be fetched first.
    Pending,
    /// Its file cannot be had, or does not have it.
    Unavailable,
}

impl<T> Lookup<T> {
    pub(super) fn and_then<U>(self, next: impl FnOnce(T) -> Lookup<U>) -> Lookup<U> {
        match self {
            Self::Ready(value) => next(value),
            Self::Pending => Lookup::Pending,
            Self::Unavailable => Lookup::Unavailable,
        }
    }

    /// What was read, for readers that go on without what was not.
    pub(super) fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Pending | Self::Unavailable => None,
        }
    }
}
