// What NSS's own primitives need for the same octets: the floor that Signet is held against.
//
//   SIGNET_BENCH_FILE=message.eml build/release/bench_primitives --benchmark_format=json
//
// The file is mapped, as Signet maps it. NSS is called directly, without Signet's owners around it;
// only base64 is Signet's, because NSS's own is several times slower and would flatter.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <keyhi.h>
#include <nss.h>
#include <pk11pub.h>
#include <sechash.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "mime/transfer.h"

namespace {

using signet::Bytes;
using signet::ByteView;

constexpr std::size_t kPiece = std::size_t{64} << 10U;
constexpr int kRsaBits = 2048;

// The mapped file; benchmarks end with the process, so nothing is given back.
ByteView File() {
  static const ByteView mapped = []() -> ByteView {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here changes the environment.
    const char* const path = std::getenv("SIGNET_BENCH_FILE");
    if (path == nullptr) {
      return {};
    }
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open is the system's own interface.
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status{};
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
      return {};
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    close(descriptor);
    if (address == MAP_FAILED) {
      return {};
    }
    return {static_cast<const std::uint8_t*>(address), size};
  }();
  return mapped;
}

template <typename Use>
void ForEachPiece(ByteView octets, const Use& use) {
  while (!octets.empty()) {
    const ByteView piece = octets.first(std::min(kPiece, octets.size()));
    use(piece);
    octets = octets.subspan(piece.size());
  }
}

void Digest(benchmark::State& state) {
  std::array<unsigned char, SHA256_LENGTH> digest{};
  for ([[maybe_unused]] auto _ : state) {
    HASHContext* const context = HASH_Create(HASH_AlgSHA256);
    HASH_Begin(context);
    ForEachPiece(File(), [&](ByteView piece) {
      HASH_Update(context, piece.data(), static_cast<unsigned>(piece.size()));
    });
    unsigned length = 0;
    HASH_End(context, digest.data(), &length, digest.size());
    HASH_Destroy(context);
    benchmark::DoNotOptimize(digest);
  }
}
BENCHMARK(Digest)->Iterations(1)->Unit(benchmark::kSecond);

// AES-256-CBC and base64 on the way out, or base64 and AES-256-CBC on the way in.
void Cipher(benchmark::State& state, CK_ATTRIBUTE_TYPE operation) {
  PK11SlotInfo* const slot = PK11_GetInternalSlot();
  std::array<unsigned char, 32> key_octets{};
  std::array<unsigned char, 16> vector{};
  SECItem key_item{siBuffer, key_octets.data(), key_octets.size()};
  const SECItem parameter{siBuffer, vector.data(), vector.size()};
  PK11SymKey* const key =
      PK11_ImportSymKey(slot, CKM_AES_CBC, PK11_OriginUnwrap, operation, &key_item, nullptr);
  const bool encrypts = operation == CKA_ENCRYPT;
  for ([[maybe_unused]] auto _ : state) {
    PK11Context* const context =
        PK11_CreateContextBySymKey(CKM_AES_CBC, operation, key, &parameter);
    signet::mime::Base64Encoder encoder;
    signet::mime::Base64Decoder decoder;
    std::string text;
    Bytes out(2 * kPiece);
    Bytes decoded;
    ForEachPiece(File(), [&](ByteView piece) {
      if (!encrypts) {
        decoded.clear();
        decoder.Update(piece, decoded);
        piece = decoded;
      }
      const std::size_t whole = piece.size() / vector.size() * vector.size();
      int length = 0;
      PK11_CipherOp(context, out.data(), &length, static_cast<int>(out.size()), piece.data(),
                    static_cast<int>(whole));
      if (encrypts) {
        text.clear();
        encoder.Update(ByteView(out).first(static_cast<std::size_t>(length)), text);
      }
      benchmark::DoNotOptimize(text.data());
      benchmark::DoNotOptimize(out.data());
    });
    PK11_DestroyContext(context, PR_TRUE);
  }
  PK11_FreeSymKey(key);
  PK11_FreeSlot(slot);
}
BENCHMARK_CAPTURE(Cipher, Encrypt, CKA_ENCRYPT)->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(Cipher, Decrypt, CKA_DECRYPT)->Iterations(1)->Unit(benchmark::kSecond);

struct KeyPair {
  SECKEYPrivateKey* private_key = nullptr;
  SECKEYPublicKey* public_key = nullptr;
};

KeyPair MakeRsa() {
  PK11SlotInfo* const slot = PK11_GetInternalSlot();
  PK11RSAGenParams parameters{kRsaBits, 0x10001};
  KeyPair pair;
  pair.private_key = PK11_GenerateKeyPair(slot, CKM_RSA_PKCS_KEY_PAIR_GEN, &parameters,
                                          &pair.public_key, PR_FALSE, PR_FALSE, nullptr);
  PK11_FreeSlot(slot);
  return pair;
}

// A DigestInfo of SHA-256 is as long.
std::array<unsigned char, 51> to_sign{};

void RsaSign(benchmark::State& state) {
  const KeyPair pair = MakeRsa();
  std::vector<unsigned char> signature(kRsaBits / 8);
  const SECItem in{siBuffer, to_sign.data(), to_sign.size()};
  for ([[maybe_unused]] auto _ : state) {
    SECItem out{siBuffer, signature.data(), static_cast<unsigned>(signature.size())};
    if (PK11_Sign(pair.private_key, &out, &in) != SECSuccess) {
      state.SkipWithError("PK11_Sign");
    }
  }
}
BENCHMARK(RsaSign)->Unit(benchmark::kMicrosecond);

void RsaVerify(benchmark::State& state) {
  const KeyPair pair = MakeRsa();
  std::vector<unsigned char> signature(kRsaBits / 8);
  const SECItem in{siBuffer, to_sign.data(), to_sign.size()};
  SECItem made{siBuffer, signature.data(), static_cast<unsigned>(signature.size())};
  PK11_Sign(pair.private_key, &made, &in);
  for ([[maybe_unused]] auto _ : state) {
    if (PK11_Verify(pair.public_key, &made, &in, nullptr) != SECSuccess) {
      state.SkipWithError("PK11_Verify");
    }
  }
}
BENCHMARK(RsaVerify)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int argc, char** argv) {
  if (NSS_NoDB_Init(nullptr) != SECSuccess) {
    return 1;
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
