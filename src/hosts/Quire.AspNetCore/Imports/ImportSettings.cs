using Microsoft.AspNetCore.Builder;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Errors;
using Quire.Core.Imports;
using Quire.Templating;

namespace Quire.AspNetCore.Imports;

/// <summary>What every import may be told.</summary>
internal sealed record ImportSettings
{
    private const string DryRunName = "dryRun", BranchName = "branch", FolderName = "folder", MessageName = "message", DialectName = "dialect", WholeName = "allOrNothing";

    /// <summary>Whether nothing is written.</summary>
    public bool DryRun { get; private init; }

    /// <summary>The dialect of prompts whose source names none; null leaves it open.</summary>
    public Dialect? Dialect { get; private init; }

    private string? Branch { get; init; }

    private string? Folder { get; init; }

    private string? Message { get; init; }

    private bool? AllOrNothing { get; init; }

    /// <summary>Reads them from the query.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static ImportSettings Of(Call call) => new()
    {
        DryRun = Flag(call, DryRunName) ?? false,
        Branch = call.Query(BranchName),
        Folder = call.Query(FolderName),
        Message = call.Query(MessageName),
        Dialect = DialectOf(call.Query(DialectName)),
        AllOrNothing = Flag(call, WholeName),
    };

    /// <summary>The request as Core takes it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="from">What it comes from, for the message of the commit.</param>
    /// <param name="source">What was read.</param>
    public ImportRequest Request(string project, string from, ImportSource source) => new()
    {
        Project = project,
        Source = source,
        Branch = Branch,
        Folder = Folder,
        Message = Message ?? $"Import {from.Replace('\0', ' ')}",
        DryRun = DryRun,
        AllOrNothing = AllOrNothing,
    };

    private static bool? Flag(Call call, string name) => call.Query(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_parameter", $"The parameter '{name}' is neither true nor false."),
    };

    private static Dialect? DialectOf(string? name)
    {
        if (name is null)
            return null;
        return ImportDialects.TryParse(name, out var dialect) ? dialect
            : throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The parameter 'dialect' names no dialect.", $"Dialects are {ImportDialects.Names}.");
    }

    /// <summary>Declares them.</summary>
    internal static IEndpointConventionBuilder Declare(IEndpointConventionBuilder route) => route
        .Query(DryRunName, "true writes nothing and answers what would be written.")
        .Query(BranchName, "The branch; absent for the default one. On another branch only the newest versions arrive, without aliases and tags.")
        .Query(FolderName, "The folder that everything goes into; absent for the root.")
        .Query(MessageName, "The message of commits whose versions bring none.")
        .Query(DialectName, "The dialect of prompts whose source names none: jinja, liquid, mustache, variables or text. Absent, prompts keep theirs and new ones are of variables.")
        .Query(WholeName, "true refuses everything where one item fails, false lets the others arrive; absent is true for files (files, github) and false for all else.");
}
