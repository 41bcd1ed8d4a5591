//! argv in, exit code out.

use std::process::ExitCode;

/// A compiler asks for memory millions of times, from every core at once: a fifth of its time with the system's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    andrum::host::cli::run()
}
