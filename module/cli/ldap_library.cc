#include "cli/ldap_library.h"

#include <dlfcn.h>

#include <optional>

#include "cli/shared_library.h"

namespace signet::cli {
namespace {

// The name is that of the ABI of OpenLDAP 2.5 and, on later systems, 2.6.
constexpr const char* kFiles[] = {"libldap-2.5.so.0", "libldap.so.2"};

void* LoadAny() {
  for (const char* const file : kFiles) {
    if (void* const library = dlopen(file, RTLD_NOW | RTLD_LOCAL); library != nullptr) {
      return library;
    }
  }
  return nullptr;
}

std::optional<LdapLibrary> Load() {
  void* const library = LoadAny();
  if (library == nullptr) {
    return std::nullopt;
  }
  LdapLibrary ldap;
  const bool complete = FindFunction(library, "ldap_initialize", ldap.ldap_initialize) &&
                        FindFunction(library, "ldap_unbind_ext", ldap.ldap_unbind_ext) &&
                        FindFunction(library, "ldap_set_option", ldap.ldap_set_option) &&
                        FindFunction(library, "ldap_get_option", ldap.ldap_get_option) &&
                        FindFunction(library, "ldap_start_tls", ldap.ldap_start_tls) &&
                        FindFunction(library, "ldap_install_tls", ldap.ldap_install_tls) &&
                        FindFunction(library, "ldap_sasl_bind", ldap.ldap_sasl_bind) &&
                        FindFunction(library, "ldap_search_ext", ldap.ldap_search_ext) &&
                        FindFunction(library, "ldap_abandon_ext", ldap.ldap_abandon_ext) &&
                        FindFunction(library, "ldap_result", ldap.ldap_result) &&
                        FindFunction(library, "ldap_parse_result", ldap.ldap_parse_result) &&
                        FindFunction(library, "ldap_msgtype", ldap.ldap_msgtype) &&
                        FindFunction(library, "ldap_msgfree", ldap.ldap_msgfree) &&
                        FindFunction(library, "ldap_first_attribute", ldap.ldap_first_attribute) &&
                        FindFunction(library, "ldap_next_attribute", ldap.ldap_next_attribute) &&
                        FindFunction(library, "ldap_get_values_len", ldap.ldap_get_values_len) &&
                        FindFunction(library, "ldap_value_free_len", ldap.ldap_value_free_len) &&
                        FindFunction(library, "ldap_memfree", ldap.ldap_memfree) &&
                        FindFunction(library, "ldap_err2string", ldap.ldap_err2string) &&
                        FindFunction(library, "ldap_url_parse", ldap.ldap_url_parse) &&
                        FindFunction(library, "ldap_free_urldesc", ldap.ldap_free_urldesc) &&
                        FindFunction(library, "ber_free", ldap.ber_free) &&
                        FindFunction(library, "ber_sockbuf_ctrl", ldap.ber_sockbuf_ctrl);
  return complete ? std::optional(ldap) : std::nullopt;
}

}  // namespace

const LdapLibrary* LdapLibrary::Get() {
  static const std::optional<LdapLibrary> loaded = Load();
  return loaded ? &*loaded : nullptr;
}

}  // namespace signet::cli
