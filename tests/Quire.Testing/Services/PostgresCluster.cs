using System.Globalization;
using Npgsql;
using Quire.Testing.Processes;

namespace Quire.Testing.Services;

/// <summary>A private PostgreSQL server in a temporary folder, run by a user that is not root. Nothing of the machine's own server is touched.</summary>
public sealed class PostgresCluster : IDisposable
{
    private const string User = "quire";
    private const int SocketPort = 5432;

    private readonly PostgresOptions _options;
    private readonly string _folder;
    private readonly int _port;
    private ServiceProcess? _server;
    private int _databases;

    private PostgresCluster(PostgresOptions options)
    {
        _options = options;
        _port = options.Tcp ? LoopbackPort.Free() : SocketPort;
        _folder = MakeFolder();
        Initialize();
        Start();
    }

    /// <summary>What is missing to start one, as a sentence; null when nothing is.</summary>
    public static string? MissingReason { get; } = FindMissing();

    /// <summary>The folder of the data and of the unix socket.</summary>
    public string Folder => _folder;

    /// <summary>What the server printed since its last start.</summary>
    public string Log => _server?.Log ?? "";

    /// <summary>Makes and starts a server; takes about two seconds.</summary>
    /// <param name="options">How it runs; the defaults are right for nearly all tests.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is missing or did not start.</exception>
    public static PostgresCluster StartNew(PostgresOptions? options = null) =>
        MissingReason is { } reason ? throw new InvalidOperationException(reason) : new PostgresCluster(options ?? new PostgresOptions());

    /// <summary>Makes an empty database that is dropped when disposed.</summary>
    public PostgresDatabase CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"quire_{Interlocked.Increment(ref _databases)}");
        Execute($"CREATE DATABASE {name}");
        return new PostgresDatabase(this, name);
    }

    /// <summary>The connection string of a database, for Npgsql.</summary>
    /// <param name="database">Its name; by default the administrative one.</param>
    public string ConnectionString(string database = "postgres") => new NpgsqlConnectionStringBuilder
    {
        Host = _options.Tcp ? "127.0.0.1" : _folder,
        Port = _port,
        Username = User,
        Database = database,
        MaxPoolSize = 50,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Ends the server at once and without a checkpoint, as a crash does. <see cref="Start"/> brings it back.</summary>
    public void Kill()
    {
        _server?.Kill();
        _server = null;
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Starts the server again after <see cref="Kill"/>, on the same folder and port.</summary>
    public void Start()
    {
        string[] command = [Program("postgres"), "-D", Path.Combine(_folder, "data"), .. Settings().SelectMany(setting => (string[])["-c", $"{setting.Name}={setting.Value}"])];
        _server ??= new ServiceProcess(AsUser(), "QUIT", _folder, command, "database system is ready to accept connections");
    }

    /// <summary>Ends the server and removes its folder.</summary>
    public void Dispose()
    {
        _server?.Dispose();
        _server = null;
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Drops a database, with whoever is still connected to it.</summary>
    internal void Drop(string database) => Execute($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private IEnumerable<(string Name, string Value)> Settings() =>
    [
        ("listen_addresses", _options.Tcp ? "127.0.0.1" : ""),
        ("port", _port.ToString(CultureInfo.InvariantCulture)),
        ("unix_socket_directories", _folder),
        ("fsync", OnOff(_options.Fsync)),
        ("synchronous_commit", OnOff(_options.Fsync)),
        ("full_page_writes", OnOff(_options.Fsync)),
        ("max_connections", _options.MaxConnections.ToString(CultureInfo.InvariantCulture)),
        ("shared_buffers", "32MB"),
        ("timezone", "UTC"),
        .. _options.Settings,
    ];

    private static string OnOff(bool value) => value ? "on" : "off";

    private void Initialize()
    {
        string[] line =
        [
            .. AsUser(), Program("initdb"), "--pgdata", Path.Combine(_folder, "data"), "--username", User,
            "--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync",
        ];
        ProcessRunner.Run(_folder, line[0], line[1..]).OrThrow("initdb");
    }

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("quire-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
            ProcessRunner.Run(folder, "chown", "postgres", folder).OrThrow("chown");
        return folder;
    }

    // PostgreSQL refuses to run as root; its package brings the user `postgres`.
    private static string[] AsUser() => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];

    private static string Program(string name) => FindProgram(name) ?? throw new InvalidOperationException($"{name} is not installed");

    private static string? FindProgram(string name)
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian)
            ? Directory.EnumerateDirectories(debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            : Enumerable.Empty<string>();
        return Executables.Find(name, versions.Select(folder => Path.Combine(folder, "bin")));
    }

    private static string? FindMissing() =>
        OperatingSystem.IsWindows() ? "tests start PostgreSQL on Linux and macOS only"
        : FindProgram("postgres") is null || FindProgram("initdb") is null ? "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        : null;
}
