using System.Text.Json;
using Quire.Core.Errors;

namespace Quire.Storage;

/// <summary>
/// A data folder that this process holds alone. The lock is the operating system's, so it ends with the process, however that ends. Beside it
/// stands a file, readable by the owner alone, that names the server that holds the folder and a key for talking to it.
/// </summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>The database's file.</summary>
    public const string DatabaseFile = "quire.db";

    private const string LockFile = "quire.lock";
    private const string HolderFile = "quire.holder.json";
    private const int Attempts = 5;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
        Announce(new DataFolderHolder(Environment.ProcessId, null, null));
    }

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>Makes the folder where it is missing, and holds it.</summary>
    /// <exception cref="QuireException">
    /// <see cref="StoreCodes.Locked"/>: another process holds it; the facts name <c>folder</c> and, where known, <c>pid</c> and <c>address</c>.
    /// <see cref="StoreCodes.BadLocation"/>: it cannot be made or written.
    /// </exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Create(full);
            return new DataFolder(full, Hold(full));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new QuireException(ErrorKind.Unavailable, StoreCodes.BadLocation, $"The data folder {full} cannot be used: {error.Message}",
                "Name a folder that this user may write, with --data.");
        }
    }

    /// <summary>Who holds the folder now; null where nobody does.</summary>
    public static DataFolderHolder? TryReadHolder(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        // A killed process leaves its name behind; only the lock says whether it lives.
        return ReadHolder(full) is { } holder && IsHeld(full) ? holder : null;
    }

    /// <summary>Tells other processes of the same owner how to reach this one.</summary>
    /// <param name="address">The server's address.</param>
    /// <param name="key">A key that lives as long as this process.</param>
    public void Announce(string address, string key) => Announce(new DataFolderHolder(Environment.ProcessId, address, key));

    /// <summary>Lets the folder go.</summary>
    public void Dispose()
    {
        if (!_lock.CanRead)
            return;
        // The name goes first: once the lock is free, it may be another's.
        File.Delete(System.IO.Path.Combine(Path, HolderFile));
        _lock.Dispose();
    }

    /// <summary>Makes an empty file that only its owner may read, unless there is one.</summary>
    internal void CreatePrivateFile(string name) => Open(System.IO.Path.Combine(Path, name), FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();

    private static void Create(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Private | UnixFileMode.UserExecute);
    }

    // Someone who only asks whether the folder is held, holds it for a moment; so one refusal is no answer yet.
    private static FileStream Hold(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (TryHold(path) is { } held)
                return Effective(path, held);
            if (attempt == Attempts)
                throw Locked(path);
            using var never = new ManualResetEventSlim();
            never.Wait(Pause);
        }
    }

    // Where locks mean nothing (some network drives, or locking switched off), two processes could write to one database.
    private static FileStream Effective(string path, FileStream held)
    {
        if (IsHeld(path))
            return held;
        held.Dispose();
        throw new QuireException(ErrorKind.Unavailable, StoreCodes.BadLocation, $"The data folder {path} is on a drive without file locks.",
            "Name a folder on a local disk, with --data.");
    }

    private static FileStream? TryHold(string path)
    {
        try
        {
            return Open(System.IO.Path.Combine(path, LockFile), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException error) when (IsSharing(error))
        {
            return null;
        }
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using var probe = new FileStream(System.IO.Path.Combine(path, LockFile), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException error) when (IsSharing(error))
        {
            return true;
        }
    }

    // ERROR_SHARING_VIOLATION on Windows, EWOULDBLOCK of flock on Linux and macOS.
    private static bool IsSharing(IOException error) => error is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException)
        && (error.HResult & 0xFFFF) is 32 or 11 or 35;

    private static DataFolderHolder? ReadHolder(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<DataFolderHolder>(File.ReadAllText(System.IO.Path.Combine(path, HolderFile)), JsonSerializerOptions.Web);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static QuireException Locked(string path)
    {
        var holder = ReadHolder(path);
        var who = holder is null ? "another process" : holder.Address is { } address ? $"process {holder.ProcessId} at {address}" : $"process {holder.ProcessId}";
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["folder"] = path };
        if (holder is not null)
            facts["pid"] = $"{holder.ProcessId}";
        if (holder?.Address is { } known)
            facts["address"] = known;
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Unavailable,
            Code = StoreCodes.Locked,
            Message = $"The data folder {path} is held by {who}.",
            Hint = "Talk to that process with --server, stop it, or name another folder with --data.",
            Facts = facts,
        });
    }

    private static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        return new FileStream(path, options);
    }

    // Written aside and moved into place, so that nobody ever reads half of it.
    private void Announce(DataFolderHolder holder)
    {
        var file = System.IO.Path.Combine(Path, HolderFile);
        using (var draft = Open(file + ".new", FileMode.Create, FileShare.None))
            JsonSerializer.Serialize(draft, holder, JsonSerializerOptions.Web);
        File.Move(file + ".new", file, overwrite: true);
    }
}
