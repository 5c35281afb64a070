# One line a target: signet_fuzz_target(name room).
signet_fuzz_target(ber asn1)
signet_fuzz_target(cms_decode cms)
signet_fuzz_target(cms_decrypt cms)
signet_fuzz_target(host_call host)
signet_fuzz_target(mime mime)
signet_fuzz_target(html mime)
