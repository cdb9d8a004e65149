using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Mlflow;

/// <summary>Reads prompts as MLflow's clients see them, each answer on one snapshot.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Files parsed lately.</param>
public sealed class MlflowReader(IStore store, ObjectCache objects, ContentReader contents)
{
    private readonly MlflowViews _views = new(new Resolver(objects, contents));

    /// <summary>A prompt.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>ambiguous_name</c>, <c>invalid_name</c>.</exception>
    public Task<MlflowModel> Model(Principal caller, string project, string name, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) => _views.Model(session, found, MlflowNames.Require(session, caller, found, name), name), cancellation);

    /// <summary>A version of a prompt.</summary>
    /// <exception cref="QuireException"><c>version_not_found</c>, <c>version_deleted</c>, <c>prompt_not_found</c>, …</exception>
    public Task<MlflowVersion> Version(Principal caller, string project, string name, long number, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) => _views.Version(session, found, MlflowNames.Require(session, caller, found, name), name, number), cancellation);

    /// <summary>The version that carries an alias; <c>latest</c> is the newest.</summary>
    /// <exception cref="QuireException"><c>alias_not_found</c>, <c>version_not_found</c>, <c>prompt_not_found</c>, …</exception>
    public Task<MlflowVersion> Aliased(Principal caller, string project, string name, string alias, CancellationToken cancellation = default) => Read(caller, project, (session, found) =>
    {
        var prompt = MlflowNames.Require(session, caller, found, name);
        return _views.Version(session, found, prompt, name, Number(session, prompt, alias));
    }, cancellation);

    /// <summary>A page of the prompts that fit.</summary>
    /// <exception cref="QuireException"><c>invalid_filter</c>, <c>invalid_cursor</c>, <c>invalid_limit</c>.</exception>
    public Task<MlflowPage<MlflowModel>> Models(Principal caller, string project, MlflowSearch search, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) => new MlflowModelSearch(session, caller, found, _views, search, cancellation).Page(), cancellation);

    /// <summary>A page of the versions of one prompt that fit.</summary>
    /// <exception cref="QuireException"><c>invalid_filter</c>, <c>invalid_cursor</c>, <c>invalid_limit</c>.</exception>
    public Task<MlflowPage<MlflowVersion>> Versions(Principal caller, string project, MlflowSearch search, CancellationToken cancellation = default) =>
        Read(caller, project, (session, found) => new MlflowVersionSearch(session, caller, found, _views, search, cancellation).Page(), cancellation);

    private Task<T> Read<T>(Principal caller, string project, Func<ISession, Project, T> work, CancellationToken cancellation)
    {
        caller.Demand(Permissions.Read);
        return store.Read(session => work(session, session.RequireProject(caller, project)), cancellation);
    }

    private static long Number(ISession session, Prompt prompt, string alias)
    {
        if (alias == MlflowKeys.Latest)
        {
            return prompt.LatestNumber
                ?? throw new QuireException(ErrorKind.NotFound, "version_not_found", $"The prompt '{prompt.Path}' has no version yet.", "Register one.");
        }
        return session.Aliases.Find(prompt.ProjectId, prompt.Id, alias)?.Number
            ?? throw new QuireException(ErrorKind.NotFound, "alias_not_found", $"The prompt '{prompt.Path}' has no alias '{alias}'.", "Set it with set_prompt_alias.");
    }
}
