#include "nss/error.h"

#include <prerror.h>

namespace signet::nss {

std::string ErrorName() {
  const PRErrorCode code = PR_GetError();
  if (code == 0) {
    return "no error code";
  }
  if (const char* name = PR_ErrorToName(code); name != nullptr) {
    return name;
  }
  return "error " + std::to_string(code);
}

std::string Failure(std::string_view function) {
  return std::string(function) + ": " + ErrorName();
}

}  // namespace signet::nss
