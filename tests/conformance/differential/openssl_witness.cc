#include <openssl/crypto.h>
#include <openssl/objects.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <memory>

#include "conformance/differential/witness.h"

namespace signet::differential {
namespace {

template <auto free>
struct Free {
  template <typename T>
  void operator()(T* object) const {
    free(object);
  }
};
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Store = std::unique_ptr<X509_STORE, Free<X509_STORE_free>>;
using Context = std::unique_ptr<X509_STORE_CTX, Free<X509_STORE_CTX_free>>;

struct FreeStack {
  void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using Stack = std::unique_ptr<STACK_OF(X509), FreeStack>;

// As `openssl verify` reads a file: what follows the certificate is an error there, too.
Certificate Read(const Bytes& der) {
  const unsigned char* at = der.data();
  Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  return at == der.data() + der.size() ? std::move(certificate) : nullptr;
}

}  // namespace

std::string OpenSslVersion() {
  return OpenSSL_version(OPENSSL_VERSION);
}

Verdict AskOpenSsl(const Chain& chain) {
  const Certificate target = Read(chain.target);
  const Certificate anchor = Read(chain.anchor);
  if (target == nullptr || anchor == nullptr) {
    return {.why = "it cannot be read"};
  }
  const Stack others(sk_X509_new_null());
  for (const Bytes& der : chain.others) {
    if (Certificate other = Read(der)) {
      sk_X509_push(others.get(), other.release());
    }
  }
  const Store store(X509_STORE_new());
  X509_STORE_add_cert(store.get(), anchor.get());
  const Context context(X509_STORE_CTX_new());
  X509_STORE_CTX_init(context.get(), store.get(), target.get(), others.get());
  X509_VERIFY_PARAM* const parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, testing::kTestTime.time_since_epoch().count());
  X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SMIME_SIGN);
  constexpr int kOf112Bits = 2;
  X509_VERIFY_PARAM_set_auth_level(parameters, kOf112Bits);
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_POLICY_CHECK);
  // Without a word about policies, OpenSSL takes none for acceptable, RFC 5280 every one (6.1.1
  // (c)).
  X509_VERIFY_PARAM_add0_policy(parameters, OBJ_nid2obj(NID_any_policy));
  if (X509_verify_cert(context.get()) == 1) {
    return {.valid = true, .why = {}};
  }
  return {.why = X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()))};
}

}  // namespace signet::differential
