//! The weights of the models, the constant last. `cargo run --release --example fit_crosscheck`
//! fits them on data that are not in the repository and prints this table.

/// Whether two articles report one story: cosines of all words, heads, names, numbers.
pub(super) const STORY: [f32; 10] =
    [1.04, 7.46, 8.09, 8.87, 0.41, 2.47, -1.06, -1.13, -0.28, -5.80];

/// Whether two sentences report one event; the features stand in `event::features`.
pub(super) const EVENT: [f32; 13] =
    [0.60, -0.94, -0.04, -0.16, 0.26, -0.45, 0.26, -0.12, -0.22, 0.46, 0.21, 2.13, -2.04];

/// How many features two values have; they stand in `slot::features`.
pub(super) const SLOT_FEATURES: usize = 32;

/// Whether two values fill one slot, by kind: figures, dates, places, deeds.
pub(super) const SLOT: [[f32; SLOT_FEATURES + 1]; 4] = [
    [
        1.68, 0.59, 1.07, 0.47, -0.07, 1.38, 0.48, 0.73, 2.15, 0.36, -0.11, 0.71, 0.43, 1.00, 0.06,
        0.08, -0.13, -1.06, -0.31, -9.54, -1.78, 2.29, -0.75, -0.07, 0.25, 0.94, -0.92, 0.08, 2.24,
        0.32, -0.32, 0.93, 2.79,
    ],
    [
        2.14, 0.98, 0.42, 0.41, 0.00, 0.00, 0.00, 0.00, 2.35, 0.03, -0.14, 0.56, 0.78, 0.89, 0.55,
        1.31, 0.37, 3.20, -0.30, -9.97, -0.52, 0.63, -0.89, -0.50, 0.96, -1.59, 1.65, 0.58, -1.79,
        0.16, 0.01, 0.66, 2.87,
    ],
    [
        1.13, 5.86, 0.00, -0.50, 0.00, 0.00, 0.00, 0.00, 0.88, -0.81, -1.22, 0.38, -1.31, 0.84,
        0.82, 0.23, 3.47, 6.67, -2.18, -1.61, 0.49, -1.11, -1.99, 1.39, -0.12, 2.10, -1.23, -7.33,
        0.59, -0.34, -0.59, 0.00, 0.04,
    ],
    [
        0.49, 0.64, -0.76, 0.76, 0.00, 0.00, 0.00, 0.00, 4.30, -0.14, 0.25, 0.34, 1.12, -0.15,
        0.08, -0.70, 0.36, -3.32, 1.24, -0.61, 0.00, -0.61, 0.05, -0.15, 0.05, -4.11, 5.10, 1.09,
        1.04, 0.16, 0.16, 0.00, 1.88,
    ],
];
