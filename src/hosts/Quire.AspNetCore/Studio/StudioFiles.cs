using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Quire.AspNetCore.Studio;

/// <summary>The Studio's files, which the build embeds in Brotli. There are none where Quire was built without the Studio.</summary>
internal sealed class StudioFiles
{
    private const string Prefix = "studio/";
    private const string Suffix = ".br";
    private const string Index = "index.html";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, StudioFile> _files;

    /// <summary>Reads what is embedded in this assembly.</summary>
    public StudioFiles()
        : this(typeof(StudioFiles).Assembly)
    {
    }

    /// <summary>Reads what is embedded in an assembly.</summary>
    public StudioFiles(Assembly assembly)
    {
        _files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..^Suffix.Length], name => Read(assembly, name), StringComparer.Ordinal);
        if (_files.GetValueOrDefault(Index) is { } index)
            Page = new StudioPage(Encoding.UTF8.GetString(index.Plain.Value));
    }

    /// <summary>The page of every screen; null where there is no Studio.</summary>
    public StudioPage? Page { get; }

    /// <summary>The paths of all files, but for the page.</summary>
    public IEnumerable<string> Names => _files.Keys.Where(name => name != Index);

    /// <summary>The file of that path; null where there is none. The page is none: it is never served as it is.</summary>
    public StudioFile? Find(string path) => path == Index ? null : _files.GetValueOrDefault(path);

    private static StudioFile Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var packed = new byte[stream.Length];
        stream.ReadExactly(packed);
        var type = Types.GetValueOrDefault(Path.GetExtension(name[..^Suffix.Length]), "application/octet-stream");
        return new StudioFile(packed, new Lazy<byte[]>(() => Unpack(packed)), type);
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        brotli.CopyTo(plain);
        return plain.ToArray();
    }
}
