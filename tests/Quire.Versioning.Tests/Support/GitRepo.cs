using System.Buffers;
using System.Diagnostics;
using System.Text;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;

namespace Quire.Versioning.Tests.Support;

/// <summary>A bare git repository in a temporary folder, with git's own configuration shut out.</summary>
public sealed class GitRepo : IDisposable
{
    private static readonly Lazy<string> Bundle = new(() => FindUp("tests/data/fabric-patterns.bundle"));

    public GitRepo()
    {
        Folder = Directory.CreateTempSubdirectory("quire-versioning-").FullName;
        Git("init", "--quiet", "--bare", "--initial-branch=main", ".");
    }

    public string Folder { get; }

    public static string BundlePath => Bundle.Value;

    public static GitRepo OfBundle()
    {
        var repo = new GitRepo();
        repo.Git("fetch", "--quiet", BundlePath, "+refs/heads/*:refs/heads/*");
        return repo;
    }

    public string Git(params string[] arguments) => Encoding.UTF8.GetString(Run([], 0, arguments));

    public byte[] GitBytes(byte[] input, params string[] arguments) => Run(input, 0, arguments);

    public bool TryGitBytes(byte[] input, out byte[] output, params string[] arguments)
    {
        output = Run(input, -1, arguments, out var code);
        return code == 0;
    }

    public string GitText(string input, params string[] arguments) => Encoding.UTF8.GetString(Run(Encoding.UTF8.GetBytes(input), 0, arguments));

    public (int Code, string Output) TryGit(params string[] arguments)
    {
        var output = Run([], -1, arguments, out var code);
        return (code, Encoding.UTF8.GetString(output));
    }

    public void Import(IReadOnlyCollection<GitObject> objects)
    {
        var pack = new ArrayBufferWriter<byte>();
        using var writer = new PackWriter(pack, (uint)objects.Count);
        foreach (var value in objects)
            writer.Add(value.Kind, value.Body.Length, Zlib.Compress(value.Body.Span, System.IO.Compression.CompressionLevel.Fastest));
        writer.Finish();
        GitBytes(pack.WrittenSpan.ToArray(), "index-pack", "--stdin");
    }

    /// <summary>All objects of the repository, in memory.</summary>
    public ObjectStore Load()
    {
        var store = new ObjectStore();
        var bytes = Run([], 0, ["cat-file", "--batch", "--batch-all-objects", "--buffer"]);
        var position = 0;
        while (position < bytes.Length)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', position);
            var header = Encoding.ASCII.GetString(bytes, position, end - position).Split(' ');
            var size = int.Parse(header[2], System.Globalization.CultureInfo.InvariantCulture);
            ObjectKinds.TryParse(header[1], out var kind).ShouldBeTrue();
            store.Add(GitObject.Known(ObjectId.Parse(header[0]), kind, bytes.AsMemory(end + 1, size)));
            position = end + 1 + size + 1;
        }
        return store;
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Folder, true);
    }

    private byte[] Run(byte[] input, int expected, string[] arguments)
    {
        var output = Run(input, expected, arguments, out _);
        return output;
    }

    private byte[] Run(byte[] input, int expected, string[] arguments, out int code)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-c", "core.autocrlf=false", "-c", "merge.directoryRenames=false", "-c", "gc.auto=0", .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["LC_ALL"] = "C";
        foreach (var who in (string[])["AUTHOR", "COMMITTER"])
        {
            start.Environment[$"GIT_{who}_NAME"] = "Test";
            start.Environment[$"GIT_{who}_EMAIL"] = "test@example.org";
            start.Environment[$"GIT_{who}_DATE"] = "1700000000 +0000";
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(() =>
        {
            try
            {
                process.StandardInput.BaseStream.Write(input);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // git ended before it read all; its exit code tells why.
            }
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        writing.Wait();
        code = process.ExitCode;
        if (expected >= 0 && code != expected)
            throw new InvalidOperationException($"git {string.Join(' ', arguments)} ended with {code}: {errors.Result}");
        return output.ToArray();
    }

    private static string FindUp(string path)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, path)))
                return Path.Combine(folder, path);
        }
        throw new FileNotFoundException(path);
    }
}
