//! All integration tests are one binary, one file per feature.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail by panicking, like the tests")]

mod claims;
mod format;
mod git;
mod merging;
mod saving;
