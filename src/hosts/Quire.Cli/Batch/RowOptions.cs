using System.Globalization;
using Quire.Cli.Rendering;
using Quire.Templating;

namespace Quire.Cli.Batch;

/// <summary>Reads the members <c>dialect</c> and <c>env</c> of a row. Members of <c>env</c> that are not listed here are another engine's, and left alone.</summary>
internal static class RowOptions
{
    /// <summary>The options that the row's templates are read with.</summary>
    public static TemplateOptions Read(BatchRow row)
    {
        var dialect = Dialect.Jinja;
        if (row.Text("dialect") is { } name && !Dialects.TryParse(name, out dialect))
            throw new BatchRowException("QB1002", $"'{name}' is no dialect.", $"dialects are {Dialects.Names}");
        var options = new TemplateOptions { Dialect = dialect };
        return row.Object("env") is { } env ? Read(env, options) : options;
    }

    /// <summary>The clock of the row: <c>env.now</c> where it is given, so that what a template prints of the time can be repeated.</summary>
    public static TimeProvider Clock(BatchRow row, TimeProvider clock)
    {
        if (row.Object("env")?.Text("now") is not { } text)
            return clock;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)
            ? new RowClock(clock, now)
            : throw new BatchRowException("QB1002", "'now' is no time.", "write 2026-01-31T12:00:00Z");
    }

    private static TemplateOptions Read(BatchRow env, TemplateOptions options) => options with
    {
        TrimBlocks = env.Flag("trim_blocks"),
        LstripBlocks = env.Flag("lstrip_blocks"),
        KeepTrailingNewline = env.Flag("keep_trailing_newline"),
        ChatTemplate = env.Flag("chat_template"),
        Undefined = Undefined(env.Text("undefined")),
        Escape = Escape(env.Text("escape")),
    };

    private static UndefinedMode Undefined(string? name) => name switch
    {
        null or "default" => UndefinedMode.Default,
        "strict" => UndefinedMode.Strict,
        "chainable" => UndefinedMode.Chainable,
        "debug" => UndefinedMode.Debug,
        _ => throw new BatchRowException("QB1002", $"'undefined' is '{name}'.", "write default, strict, chainable or debug"),
    };

    private static EscapeMode Escape(string? name) => name switch
    {
        null or "none" => EscapeMode.None,
        "html" => EscapeMode.Html,
        _ => throw new BatchRowException("QB1002", $"'escape' is '{name}'.", "write none or html"),
    };
}
