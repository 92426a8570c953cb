//! The messages that stand nowhere else.
