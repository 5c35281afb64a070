// The main body parts of a payload (RFC 9788, section 1.2 "Main Body Part"), and the copies of
// concealed fields that a sender puts at their beginning for programs that know nothing of header
// protection: legacy display elements (section 2.1.2 and 5.2.2).
//
// Pure functions over the octets of a MIME entity: header, empty line, body.
#ifndef SIGNET_SMIME_MAIN_BODY_H_
#define SIGNET_SMIME_MAIN_BODY_H_

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::smime {

// ShowSubjectInBody gives the entity with `subject` (one line, UTF-8) at the beginning of each
// main body part that is plain text or HTML, marked so that programs which show the protected
// subject leave it out. A part whose charset cannot express it stays as it is. Reason:
// limit-exceeded (mime/message.h).
[[nodiscard]] Result<Bytes> ShowSubjectInBody(ByteView entity, std::string_view subject);

// HideFieldsInBody takes such copies out again, from parts that say that they have them
// (hp-legacy-display="1", section 4.5.3). What does not look as a sender's program writes it stays.
[[nodiscard]] Bytes HideFieldsInBody(Bytes entity);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_MAIN_BODY_H_
