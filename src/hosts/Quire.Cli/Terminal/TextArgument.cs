using System.Text;

namespace Quire.Cli.Terminal;

/// <summary>An argument that is a text, or <c>@FILE</c>.</summary>
internal static class TextArgument
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The text itself, or the file's content. A text that begins with '@' is written '@@…'.</summary>
    public static string Read(CliContext cli, string argument)
    {
        if (argument.StartsWith("@@", StringComparison.Ordinal))
            return argument[1..];
        return argument.StartsWith('@') ? ReadFile(cli, argument[1..]) : argument;
    }

    /// <summary>The content of a UTF-8 file.</summary>
    public static string ReadFile(CliContext cli, string path) =>
        Decode(path, CliErrors.Reading(path, () => File.ReadAllBytes(cli.PathOf(path))));

    /// <summary>The text of UTF-8 bytes, without byte order mark.</summary>
    public static string Decode(string name, byte[] bytes)
    {
        try
        {
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return Strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException error)
        {
            throw CliErrors.Unreadable(name, $"byte {error.Index} is not UTF-8");
        }
    }
}
