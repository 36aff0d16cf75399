#include "core/file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <vector>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/language.hpp"

namespace lykta {

namespace fs = std::filesystem;

namespace {

std::string reason_text(int error) {
    if (error == ENOSPC) return tr("disk full");
    if (error == EACCES || error == EPERM) return tr("no permission to write there");
    return std::strerror(error);
}

[[noreturn]] void cannot_write(const fs::path& path, int error) {
    throw Error{ErrorCode::cannot_write, say("{}: cannot be written: {}; nothing was changed. Free space or choose "
                                             "another folder with -o, then run again",
                                             path.string(), reason_text(error))};
}

/// An open file descriptor that closes itself.
struct Descriptor {
    int fd = -1;
    explicit Descriptor(int opened) : fd(opened) {}
    ~Descriptor() {
        if (fd >= 0) ::close(fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
};

int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

void sync_path(const fs::path& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.fd < 0 || (::fsync(file.fd) != 0 && errno != EINVAL)) cannot_write(path, errno);
}

void make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) cannot_write(folder, failed.value());
}

std::string holder_of(const fs::path& lock) {
    std::ifstream in{lock};
    std::string pid;
    in >> pid;
    return pid.empty() ? "?" : pid;
}

}  // namespace

std::string read_file(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    std::error_code failed;
    if (fs::is_directory(path, failed))
        throw Error{ErrorCode::cannot_read, say("{}: is a folder, a file was expected", path.string())};
    if (!in) throw Error{ErrorCode::cannot_read, say("{}: cannot be opened; does the file exist?", path.string())};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (in.bad()) throw Error{ErrorCode::cannot_read, say("{}: reading stopped half-way", path.string())};
    return std::move(bytes).str();
}

void write_file_whole(const fs::path& path, std::string_view bytes) {
    const auto temporary = path.parent_path() / fmt::format(".{}.{}", path.filename().string(), ::getpid());
    int error = 0;
    {
        const Descriptor file{::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
        if (file.fd < 0) cannot_write(path, errno);
        error = write_all(file.fd, bytes);
        if (error == 0 && ::fsync(file.fd) != 0) error = errno;
    }
    if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
    if (error != 0) {
        ::unlink(temporary.c_str());
        cannot_write(path, error);
    }
    sync_path(path.parent_path().empty() ? fs::path{"."} : path.parent_path());
}

OutputFolder::OutputFolder(fs::path final_folder) : m_final(std::move(final_folder)) {
    std::error_code failed;
    if (fs::exists(m_final, failed) && !fs::is_directory(m_final, failed))
        throw Error{ErrorCode::cannot_write,
                    say("{}: is a file, a folder was expected; choose another with -o", m_final.string())};
    make_folder(m_final);
    const auto lock = m_final / ".lykta-lock";
    m_lock = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_lock < 0) cannot_write(m_final, errno);
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_lock);
        throw Error{ErrorCode::cannot_write, say("{}: another run (process {}) is writing there; wait for it or choose "
                                                 "another folder with -o",
                                                 m_final.string(), holder_of(lock))};
    }
    if (::ftruncate(m_lock, 0) != 0 || write_all(m_lock, std::to_string(::getpid())) != 0) cannot_write(m_final, errno);
    m_staging = m_final / ".lykta-new";
    fs::remove_all(m_staging, failed);  // left by a run that was killed
    make_folder(m_staging);
}

OutputFolder::~OutputFolder() {
    std::error_code ignored;
    fs::remove_all(m_staging, ignored);
    ::unlink((m_final / ".lykta-lock").c_str());
    ::close(m_lock);
    if (!m_committed) fs::remove(m_final, ignored);  // only when empty: a folder this run made itself
}

void OutputFolder::commit(const std::string& last) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(m_staging))
        if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), m_staging));
    std::sort(files.begin(), files.end());
    std::stable_partition(files.begin(), files.end(), [&](const fs::path& f) { return f.string() != last; });
    for (const auto& file : files) sync_path(m_staging / file);
    // Without its manifest the old result is unfinished too: from here until the new one stands, no reader trusts the
    // folder.
    std::error_code failed;
    fs::remove(m_final / last, failed);
    for (const auto& file : files) {
        make_folder((m_final / file).parent_path());
        if (::rename((m_staging / file).c_str(), (m_final / file).c_str()) != 0) cannot_write(m_final / file, errno);
    }
    sync_path(m_final);
    m_committed = true;
}

std::string safe_file_name(std::string_view text) {
    std::string name;
    bool lost = false;
    for (const char c : text) {
        const bool kept = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
        name += kept ? c : '_';
        lost = lost || !kept;
    }
    constexpr std::array<std::string_view, 4> reserved{"CON", "NUL", "PRN", "AUX"};
    lost = lost || name.empty() || std::find(reserved.begin(), reserved.end(), name) != reserved.end();
    if (name.size() > 80) {
        name.resize(80);
        lost = true;
    }
    return lost ? name + "-" + sha256_of(text).substr(0, 8) : name;
}

}  // namespace lykta
