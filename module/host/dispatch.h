// Interfaces: who carries out the interfaces of the IDL in this module. To provide another, add its
// implementation here, and it can be called.
#ifndef SIGNET_HOST_DISPATCH_H_
#define SIGNET_HOST_DISPATCH_H_

#include <memory>
#include <utility>

#include "host/session.h"
#include "idl/dispatcher.h"
#include "nss/startup.h"
#include "panel/account_security.h"
#include "panel/certificates.h"
#include "panel/compose_security.h"
#include "panel/directory_lookup.h"
#include "panel/message_security.h"
#include "panel/profile.h"
#include "panel/set_up.h"
#include "panel/validation.h"
#include "store/answer_cache.h"
#include "store/sightings.h"

namespace signet::host {

// Interfaces owns one implementation of each interface. They are called from any thread.
class Interfaces {
 public:
  // `answers` may be null: then no fetched answers are kept; so may `seen`: nothing is remembered.
  Interfaces(const std::shared_ptr<const nss::Runtime>& runtime,
             std::unique_ptr<store::AnswerCache> answers, std::unique_ptr<store::Sightings> seen)
      : session_(runtime),
        answers_(std::move(answers)),
        seen_(std::move(seen)),
        profile_(runtime),
        account_security_(profile_),
        set_up_(profile_),
        message_security_(profile_, answers_.get()),
        compose_security_(profile_, answers_.get()),
        directory_lookup_(profile_),
        validation_(answers_.get()),
        certificates_(profile_) {
    // What is judged beside a person's work asks nobody for a password.
    profile_.UseKeys(profile_.own_keys().Quiet());
    message_security_.UseMemory(seen_.get(), /*remember=*/true);
  }

  // All of them, for the generated dispatcher; valid as long as this.
  [[nodiscard]] idl::Implementations All() {
    return {.validation = &validation_,
            .message_security = &message_security_,
            .account_security = &account_security_,
            .certificates = &certificates_,
            .compose_security = &compose_security_,
            .directory_lookup = &directory_lookup_,
            .session = &session_,
            .set_up = &set_up_};
  }

 private:
  Session session_;
  std::unique_ptr<store::AnswerCache> answers_;
  std::unique_ptr<store::Sightings> seen_;
  panel::Profile profile_;
  panel::AccountSecurity account_security_;
  panel::SetUp set_up_;
  panel::MessageSecurity message_security_;
  panel::ComposeSecurity compose_security_;
  panel::DirectoryLookup directory_lookup_;
  panel::Validation validation_;
  panel::Certificates certificates_;
};

}  // namespace signet::host

#endif  // SIGNET_HOST_DISPATCH_H_
