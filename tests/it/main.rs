//! All integration tests are one binary, one file per feature.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail by panicking, like the tests")]
#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

mod adjudicate;
mod adjudication;
mod agreement;
mod anchor;
mod answer;
mod background;
mod book;
mod check;
#[cfg(has_seeds)]
mod claims;
mod claims_properties;
mod cli;
mod coming;
mod compare;
mod config;
mod copy;
#[cfg(has_seeds)]
mod corpus;
#[cfg(has_seeds)]
mod crosscheck;
mod crosscheck_ages;
mod crosscheck_asides;
mod crosscheck_days;
mod crosscheck_denied;
mod crosscheck_events;
mod crosscheck_nearest;
mod crosscheck_one;
mod crosscheck_outcomes;
mod crosscheck_parts;
mod crosscheck_sides;
mod crosscheck_slots;
mod crosscheck_stories;
mod crosscheck_values;
mod crosscheck_wholes;
mod desk;
mod dialogs;
mod doctor;
mod due;
mod durability;
mod evidence;
mod exchange;
mod export;
mod facts;
mod filter;
mod first_start;
mod foot;
mod forge;
#[cfg(target_os = "linux")]
mod forge_jobs;
mod format;
mod french;
mod gaps;
mod git;
mod harness;
mod help;
mod hostile;
mod identity;
mod import;
mod import_annotations;
mod init;
mod layering;
mod licences;
mod list;
mod looks;
mod many;
mod merges;
mod merging;
mod mouse;
mod nasty;
mod newcomer;
mod note;
mod overview;
mod pairs;
mod panes;
mod program;
mod pty;
mod pulls;
mod random;
mod reader;
mod results;
mod review;
mod saving;
mod search;
mod select;
mod sharing;
mod sight;
mod steps;
mod stories;
mod sync;
mod team;
mod teamwork;
mod tutor;
mod underfoot;
mod undo;
mod untrusted;
mod verdict;
#[cfg(has_seeds)]
mod walk;
