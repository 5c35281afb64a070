// Which messages the command line is asked about: files, folders (a maildir is one), mbox files and
// standard input.
#ifndef SIGNET_CLI_MESSAGES_H_
#define SIGNET_CLI_MESSAGES_H_

#include <functional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::cli {

// Called for each message, in order: what it is called in the output, and its octets, valid for the
// call. A file is its path, a message of an mbox its path and "#" with its number from 1 (the path
// alone where it is the only one), standard input is "-".
using OnMessage = std::function<void(const std::string& name, ByteView message)>;
// Called for what cannot be read.
using OnUnreadable = std::function<void(const std::string& name, const Reason& reason)>;

// ForEachMessage walks over `arguments`. Folders are walked recursively in the order of their
// names; files whose names begin with a dot and the tmp folder of a maildir are left out.
void ForEachMessage(const std::vector<std::string>& arguments, const OnMessage& on_message,
                    const OnUnreadable& on_unreadable);

}  // namespace signet::cli

#endif  // SIGNET_CLI_MESSAGES_H_
