using System.Text;

namespace Quire.Cli.Terminal;

/// <summary>Writes text to standard output.</summary>
internal static class TextOutput
{
    /// <summary>Writes a line.</summary>
    public static void WriteLine(this CliContext cli, string line = "") => cli.WriteRaw(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Writes a result exactly; only a person's terminal gets a line end where the result has none.</summary>
    public static void WriteResult(this CliContext cli, string text)
    {
        cli.WriteRaw(Encoding.UTF8.GetBytes(text));
        if (cli.IsTerminal && text.Length > 0 && text[^1] != '\n')
            cli.WriteRaw("\n"u8);
    }

    /// <summary>Writes bytes exactly.</summary>
    public static void WriteRaw(this CliContext cli, ReadOnlySpan<byte> bytes)
    {
        cli.Output.Write(bytes);
        cli.Output.Flush();
    }
}
