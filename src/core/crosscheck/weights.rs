//! The weights of the models, the constant last. `cargo run --release --example fit_crosscheck`
//! fits them on data that are not in the repository and prints this table.

/// Whether two articles report one story: cosines of all words, heads, names, numbers, names of heads.
pub(super) const STORY: [f32; 11] =
    [3.91, 3.38, 4.65, 9.11, 3.86, 0.38, 2.70, -0.90, -1.13, -0.29, -5.96];

/// Whether two sentences report one event; the features stand in `event::features`.
pub(super) const EVENT: [f32; 13] =
    [0.75, -0.72, 0.02, -0.29, 0.29, -0.41, 0.21, -0.08, -0.20, 0.51, 0.22, 2.10, -2.27];

/// How many features two values have; they stand in `slot::features`.
pub(super) const SLOT_FEATURES: usize = 37;

/// Whether two values fill one slot, by kind: figures, dates, places, deeds.
pub(super) const SLOT: [[f32; SLOT_FEATURES + 1]; 4] = [
    [
        1.77, 0.03, 1.31, 0.30, 0.05, 1.51, 0.50, 0.84, 3.15, 0.22, -0.07, 0.82, 0.53, 1.07, 0.07,
        -0.02, 0.09, -1.17, 0.29, -9.28, -1.92, 2.34, -0.90, -0.29, 0.63, 1.08, -1.32, 0.25, 2.41,
        0.39, -0.21, 0.74, -0.36, -1.04, 0.51, 0.10, -0.10, 3.29,
    ],
    [
        2.34, 0.12, 0.61, 0.29, 0.09, 0.00, 0.00, 0.00, 1.95, 0.10, -0.19, 0.46, 0.72, 0.21, 0.63,
        1.48, 0.12, 2.63, -0.21, -10.14, -0.42, 0.91, -0.90, -1.21, 1.55, -0.26, 0.27, 1.75, -2.23,
        0.01, -0.05, 1.04, -0.29, -0.15, -0.89, 0.29, 0.54, 4.34,
    ],
    [
        1.03, 6.87, 0.00, -0.22, 0.00, 0.00, 0.00, 0.00, 0.81, -0.49, -0.78, 0.44, -1.11, 1.13,
        0.62, 0.84, 0.52, 8.32, -3.27, -1.69, 0.80, -2.26, -2.44, 2.12, 0.07, 2.72, -2.97, -9.20,
        1.60, -0.26, -0.34, 0.00, 0.78, -0.43, 1.70, -0.01, -0.88, -1.35,
    ],
    [
        1.49, 2.78, -0.17, 0.17, 0.00, 0.00, 0.00, 0.00, 4.96, -0.11, 0.23, 0.22, 0.46, 0.05, 0.16,
        -0.46, 0.17, -0.47, -1.87, -1.99, 0.00, -1.99, -1.10, 0.05, -1.10, -1.68, 0.81, 0.83, 0.49,
        0.31, 0.13, 0.00, -1.28, 1.28, 2.56, -0.03, -0.02, 3.44,
    ],
];
