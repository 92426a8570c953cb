//! The weights of the models, the constant last. `cargo run --release --example fit_crosscheck`
//! fits them on data that are not in the repository and prints this table.

/// Whether two articles report one story: cosines of all words, heads, names, numbers.
pub(super) const STORY: [f32; 5] = [1.05, 8.34, 11.19, 6.96, -5.66];

/// Whether two sentences report one event; the features stand in `event::features`.
pub(super) const EVENT: [f32; 13] =
    [0.67, -1.13, 0.40, -0.01, 0.56, -0.48, 0.20, -0.12, -0.24, 0.44, 0.23, 1.70, -1.92];

/// How many features two values have; they stand in `slot::features`.
pub(super) const SLOT_FEATURES: usize = 29;

/// Whether two values fill one slot, by kind: figures, dates, places, deeds.
pub(super) const SLOT: [[f32; SLOT_FEATURES + 1]; 4] = [
    [
        0.77, 0.31, 0.71, 0.39, 0.16, 0.43, 0.12, 0.49, 2.89, 0.17, -0.44, 1.08, 0.75, 1.80, -0.03,
        0.00, -0.31, -1.46, -0.03, -5.99, -1.70, 1.70, -2.06, -0.28, 0.86, -0.91, 0.52, 2.23, 3.05,
        0.47,
    ],
    [
        1.07, -1.43, 0.37, 0.21, 0.06, 0.00, 0.00, 0.00, 1.60, -0.31, -0.28, 0.60, 0.76, 1.20,
        -0.03, -0.37, 0.18, 0.22, -0.83, -4.27, -0.48, 0.82, -1.36, -1.28, 1.68, -0.57, 0.12, 3.69,
        0.80, 1.99,
    ],
    [
        1.30, 5.76, -0.16, -0.06, -0.12, 0.00, 0.00, 0.00, 2.65, -0.52, -0.83, 0.71, -0.25, -0.09,
        1.42, 2.85, 0.35, 6.68, -3.34, -3.05, -0.93, -0.06, -2.11, 1.12, -0.45, 2.31, -1.09, -5.00,
        -0.09, 0.53,
    ],
    [
        0.52, 0.89, -1.20, 1.20, 0.00, 0.00, 0.00, 0.00, 3.27, -0.26, 0.11, 0.90, 0.92, 0.07,
        -0.01, -0.45, 0.10, -2.14, 0.73, -0.99, 0.00, -0.99, 0.03, 0.07, 0.03, -3.75, 4.90, 0.42,
        1.63, 2.07,
    ],
];
