// LdapLibrary: libldap, loaded when a directory is asked first: like libcurl, it brings many other
// libraries, and most runs ask none.
#ifndef SIGNET_CLI_LDAP_LIBRARY_H_
#define SIGNET_CLI_LDAP_LIBRARY_H_

#include <ldap.h>

namespace signet::cli {

// The functions of libldap and liblber that are used, under their own names.
struct LdapLibrary {
  decltype(&::ldap_initialize) ldap_initialize = nullptr;
  decltype(&::ldap_unbind_ext) ldap_unbind_ext = nullptr;
  decltype(&::ldap_set_option) ldap_set_option = nullptr;
  decltype(&::ldap_get_option) ldap_get_option = nullptr;
  decltype(&::ldap_start_tls) ldap_start_tls = nullptr;
  decltype(&::ldap_install_tls) ldap_install_tls = nullptr;
  decltype(&::ldap_sasl_bind) ldap_sasl_bind = nullptr;
  decltype(&::ldap_search_ext) ldap_search_ext = nullptr;
  decltype(&::ldap_abandon_ext) ldap_abandon_ext = nullptr;
  decltype(&::ldap_result) ldap_result = nullptr;
  decltype(&::ldap_parse_result) ldap_parse_result = nullptr;
  decltype(&::ldap_msgtype) ldap_msgtype = nullptr;
  decltype(&::ldap_msgfree) ldap_msgfree = nullptr;
  decltype(&::ldap_first_attribute) ldap_first_attribute = nullptr;
  decltype(&::ldap_next_attribute) ldap_next_attribute = nullptr;
  decltype(&::ldap_get_values_len) ldap_get_values_len = nullptr;
  decltype(&::ldap_value_free_len) ldap_value_free_len = nullptr;
  decltype(&::ldap_memfree) ldap_memfree = nullptr;
  decltype(&::ldap_err2string) ldap_err2string = nullptr;
  decltype(&::ldap_url_parse) ldap_url_parse = nullptr;
  decltype(&::ldap_free_urldesc) ldap_free_urldesc = nullptr;
  decltype(&::ber_free) ber_free = nullptr;
  decltype(&::ber_sockbuf_ctrl) ber_sockbuf_ctrl = nullptr;

  // Get loads the library once, and never unloads it. Null: it is not here. Thread-safe.
  [[nodiscard]] static const LdapLibrary* Get();
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_LDAP_LIBRARY_H_
