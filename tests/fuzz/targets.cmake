# One line a target: signet_fuzz_target(name room).
