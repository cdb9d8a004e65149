using Quire.Composition.Validation;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Changes.Planning;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Prompts.Files;

namespace Quire.Core.Validation;

/// <summary>Checks files that are not stored, by the pipeline and beside the layers that the write door would hold them against.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Files parsed lately.</param>
/// <param name="time">The clock.</param>
public sealed class ValidationService(IStore store, ObjectCache objects, ContentReader contents, TimeProvider time)
{
    /// <summary>Checks a file.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>ref_not_found</c>, <c>invalid_name</c>, <c>too_large</c>, <c>forbidden</c>.</exception>
    public Task<ValidationReport> Check(Principal caller, SourceToCheck source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(source);
        caller.Demand(Permissions.Preview);
        if (source.Branch is not null)
            caller.DemandUnbound();
        QuireLimits.FileBytes.Check(source.Bytes.Length, $"The file '{source.FilePath}'");
        var role = FileRole.Classify(source.FilePath, source.Bytes.Span);
        if (role is FileRole.Refused refused)
            throw refused.Error.AsException();
        if (role is FileRole.Prompt)
            QuireLimits.PromptBytes.Check(source.Bytes.Length, $"The prompt file '{source.FilePath}'");
        return store.Read(session => Check(session, caller, source, role), cancellation);
    }

    private ValidationReport Check(ISession session, Principal caller, SourceToCheck source, FileRole role)
    {
        var project = session.RequireProject(caller, source.Project);
        var context = new PlanningContext(session, new Change { Actor = caller, Project = project, Moves = [] }, objects, contents, time.GetUtcNow());
        var layers = new StoredLayers(context, source, Tip(context, source.Branch));
        // What is no prompt is stored as it is: there is nothing to check.
        return role.PromptName is null ? new ValidationReport(null, [], []) : PromptValidator.Validate(layers.Input());
    }

    private static Versioning.Objects.ObjectId? Tip(PlanningContext context, string? branch)
    {
        var found = context.ReadRef(BranchNames.Full(branch, context.Project));
        if (found is null && branch is not null)
            throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch '{branch}' in '{context.Project.Name}'.", "List the branches with GET …/branches.");
        return found is null ? null : context.TreeOf(found.Target);
    }
}
