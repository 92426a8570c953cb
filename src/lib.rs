//! claimdesk: a terminal reader for fact-checkers.
//!
//! The program is the product, and this library is what it is made of. Other programs may
//! build on the part that is documented here:
//!
//! - [`core`]: articles as text, the claims and facts in them, what several articles say of one
//!   event, and finding a quote again after its article changed; pure, without files or clock.
//! - [`import`]: the text of web pages, documents and mails.
//! - [`store::format`]: the files that hold decisions.
//!
//! Until version 1.0 a release may change any of it; the CHANGELOG says so. The rest is public
//! for the program and its tests alone and is left out of these pages.
//!
//! ```
//! use claimdesk::core::article::Document;
//! use claimdesk::core::claim::analyze;
//!
//! let article = Document::new(b"Le 3 mai 2023, 300 personnes ont \xe9t\xe9 bless\xe9es.".to_vec());
//! let analysis = analyze(article.text());
//! let claim = analysis.claims[0].span.of(article.text());
//! assert_eq!(claim, "Le 3 mai 2023, 300 personnes ont été blessées");
//! ```
//!
//! The modules stand in reading order; who may name whom is written in
//! ARCHITECTURE.md and held by `tests/it/layering.rs`.

pub mod core;
#[doc(hidden)]
pub mod exchange;
#[doc(hidden)]
pub mod git;
pub mod import;
pub mod store;

#[doc(hidden)]
pub mod i18n;

#[doc(hidden)]
pub mod desk;

#[doc(hidden)]
pub mod command;
#[doc(hidden)]
pub mod config;

#[doc(hidden)]
pub mod state;
#[doc(hidden)]
pub mod ui;

#[doc(hidden)]
pub mod term;

#[doc(hidden)]
pub mod app;

#[doc(hidden)]
pub mod cli;
