//! claimdesk: a terminal reader for fact-checkers.
//!
//! The modules in reading order; who may name whom is written in
//! ARCHITECTURE.md and held by `tests/it/layering.rs`.

pub mod core;
pub mod exchange;
pub mod git;
pub mod import;
pub mod store;

pub mod i18n;

pub mod desk;

pub mod command;
pub mod config;

pub mod state;
pub mod ui;

pub mod term;

pub mod app;

pub mod cli;
