//! All integration tests are one binary, one file per feature.

mod format;
mod saving;
