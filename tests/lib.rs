//! The tests are in `suite/`; this crate only carries them.
