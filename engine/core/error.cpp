#include "core/error.hpp"

namespace lykta {

int exit_code(ErrorCode code) {
    switch (code) {
        case ErrorCode::bad_option:
            return 2;
        case ErrorCode::cannot_read:
        case ErrorCode::bad_input:
            return 3;
        case ErrorCode::warnings_strict:
            return 4;
        case ErrorCode::cannot_write:
            return 5;
        case ErrorCode::differs:
            return 6;
        case ErrorCode::internal:
            return 1;
    }
    return 1;
}

}  // namespace lykta
