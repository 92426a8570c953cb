//! The weights of the models, the constant last. `cargo run --release --example fit_crosscheck`
//! fits them on data that are not in the repository and prints this table.

/// Whether two articles report one story: cosines of all words, heads, names, numbers.
pub(super) const STORY: [f32; 5] = [3.64, 6.93, 10.92, 4.33, -5.40];

/// Whether two sentences report one event; the features stand in `event::features`.
pub(super) const EVENT: [f32; 13] =
    [0.61, -1.27, 0.64, 0.14, 0.69, -0.37, 0.19, -0.19, -0.28, 0.43, 0.17, 2.13, -1.66];

/// How many features two values have; they stand in `slot::features`.
pub(super) const SLOT_FEATURES: usize = 29;

/// Whether two values fill one slot, by kind: figures, dates, places, deeds.
pub(super) const SLOT: [[f32; SLOT_FEATURES + 1]; 4] = [
    [1.05, -4.47, -0.43, -0.11, -0.02, 0.46, 0.13, 0.49, -4.38, -0.37, -0.67, 0.74, 0.62, 0.58, -0.26, -0.02, -0.23, -1.88, 0.85, -7.21, 10.04, 0.04, 5.05, 2.81, 4.56, 0.79, -3.64, 0.19, -0.59, 0.81],
    [2.40, -8.86, 0.11, 0.78, -0.26, 0.00, 0.00, 0.00, -0.74, -0.41, -0.24, 0.60, 0.61, 0.34, 0.01, -0.89, -0.36, -6.23, -1.61, -3.76, 6.41, -0.35, 8.89, 0.56, 2.36, -1.20, -2.39, -0.51, 0.00, 5.35],
    [0.64, 4.80, -0.70, -1.19, 0.01, 0.00, 0.00, 0.00, -6.38, -0.38, -1.06, 0.58, -0.19, -1.09, 1.36, 2.86, 0.56, 4.77, -1.75, 2.60, 7.28, 1.40, -2.99, 4.51, -0.26, -1.71, 7.19, -0.63, 0.00, -0.33],
    [0.16, 0.65, -0.96, 0.96, 0.00, 0.00, 0.00, 0.00, 3.31, -0.30, 0.12, 0.79, 0.87, 0.13, 0.00, -0.48, 0.10, -1.82, 1.90, 1.26, -6.30, 0.11, 2.15, -1.82, 1.52, -1.60, 2.09, 0.13, 0.00, 0.98],
];
