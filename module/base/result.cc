#include "base/result.h"

namespace signet {

Reason&& Reason::At(std::string place) && {
  where = std::move(place);
  return std::move(*this);
}

Reason&& Reason::Because(std::string detail) && {
  diagnostic = std::move(detail);
  return std::move(*this);
}

Reason&& Reason::With(std::string name, std::string value) && {
  texts.insert_or_assign(std::move(name), std::move(value));
  return std::move(*this);
}

Reason&& Reason::With(std::string name, Time value) && {
  dates.insert_or_assign(std::move(name), value);
  return std::move(*this);
}

Reason&& Reason::About(std::string certificate_sha256) && {
  certificate = std::move(certificate_sha256);
  return std::move(*this);
}

Reason MakeReason(ReasonCode code) {
  Reason reason;
  reason.code = code;
  return reason;
}

Reason Malformed(std::string where, std::string diagnostic) {
  Reason reason;
  reason.code = ReasonCode::kMalformed;
  reason.where = std::move(where);
  reason.diagnostic = std::move(diagnostic);
  return reason;
}

}  // namespace signet
