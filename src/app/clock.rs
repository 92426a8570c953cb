//! The time, as annotations keep it.

use jiff::Timestamp;

use crate::state::Stamp;

/// Now.
pub(crate) fn stamp() -> Stamp {
    Stamp { now: whole_seconds(Timestamp::now()) }
}

/// Times are kept to the second.
fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
