// The program `signet`.
#include <exception>
#include <iostream>

#include "cli/application.h"

int main(int argc, char** argv) {
  try {
    return signet::cli::Run(argc, argv, std::cout, std::cerr);
  } catch (const std::exception& error) {
    // No room throws across its border; what is left is memory that ran out.
    std::cerr << "signet: " << error.what() << '\n';
    return 2;
  }
}
