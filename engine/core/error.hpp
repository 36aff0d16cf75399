// The one exception type: work that cannot go on. Imperfect but usable data is not an Error (see rows.hpp).
#pragma once
#include <stdexcept>
#include <string>

namespace lykta {

/// Why work stopped. Each code has one exit code (see exit_code) and at least one test that raises it.
enum class ErrorCode {
    bad_option,       ///< a command-line option or a key in study.toml is missing, unknown or out of range
    cannot_read,      ///< a file is missing, unreadable, damaged, empty or over a limit
    bad_input,        ///< a file was read but cannot be what it was given as (no coordinates, wrong CRS …)
    cannot_write,     ///< an output could not be written whole; nothing partial is left
    differs,          ///< `verify` found a result that differs from its manifest
    warnings_strict,  ///< there were warnings and --strict was asked for
    internal,         ///< a fault of Lykta's own
};

/// Process exit code of an error: bad_option 2, cannot_read and bad_input 3, warnings_strict 4, cannot_write 5,
/// differs 6, internal 1. 0 is success.
[[nodiscard]] int exit_code(ErrorCode code);

/// Stops the work. The message has four parts: where, what, why it matters (when not plain), what to do.
/// Thrown anywhere; caught in cli/main.cpp, at the viewer's job boundary, and in layers/check_file, where a refusal is
/// the answer.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message) : std::runtime_error(message), m_code(code) {}
    [[nodiscard]] ErrorCode code() const { return m_code; }

private:
    ErrorCode m_code;
};

}  // namespace lykta
