using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quire.AspNetCore.Aliases;
using Quire.AspNetCore.Annotations;
using Quire.AspNetCore.Caching;
using Quire.AspNetCore.Changes;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Composing;
using Quire.AspNetCore.Counters;
using Quire.AspNetCore.Diffing;
using Quire.AspNetCore.Drafts;
using Quire.AspNetCore.Git;
using Quire.AspNetCore.Health;
using Quire.AspNetCore.History;
using Quire.AspNetCore.Home;
using Quire.AspNetCore.Keys;
using Quire.AspNetCore.Langfuse;
using Quire.AspNetCore.Lineage;
using Quire.AspNetCore.Merging;
using Quire.AspNetCore.Mlflow;
using Quire.AspNetCore.OpenApi;
using Quire.AspNetCore.Projects;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Rules;
using Quire.AspNetCore.Search;
using Quire.AspNetCore.Seeding;
using Quire.AspNetCore.Sets;
using Quire.AspNetCore.Similarity;
using Quire.AspNetCore.SignIns;
using Quire.AspNetCore.Store;
using Quire.AspNetCore.Studio;

namespace Quire.AspNetCore.Routes;

/// <summary>Every route there is.</summary>
internal static class RouteTable
{
    private static readonly Type[] All =
    [
        typeof(HomeRoute), typeof(StudioRoute), typeof(HealthRoute), typeof(OpenApiRoute), typeof(UnknownRoute),
        typeof(MeRoute), typeof(CreateSignIn), typeof(EndSignIn),
        typeof(ListProjects), typeof(CreateProject), typeof(GetProject),
        typeof(ListPrompts), typeof(GetPrompt), typeof(GetPromptSource), typeof(PutPrompt), typeof(DeletePrompt), typeof(MovePrompt),
        typeof(ListVersions), typeof(GetVersion), typeof(DeleteVersion), typeof(ListAliases), typeof(SetAlias), typeof(RemoveAlias),
        typeof(PatchPrompt), typeof(PatchVersion), typeof(AnnotatePrompts), typeof(MoveAlias), typeof(RemoveAliases), typeof(ListProtectedAliases), typeof(SetProtectedAlias), typeof(RemoveProtectedAlias),
        typeof(ListSets), typeof(GetSet), typeof(PutSet), typeof(DeleteSet), typeof(MoveFolder), typeof(InstantiatePrompt), typeof(SeedPrompts), typeof(GetReads), typeof(GetTopReads),
        typeof(SearchProject), typeof(SearchOrganisation),
        typeof(GetSimilar), typeof(GetSimilarPairs), typeof(GetSimilarPairsOfAll), typeof(GetTagSuggestions),
        typeof(StageBlobs), typeof(CreateCommit), typeof(ListCommits), typeof(GetCommit), typeof(GetPromptHistory),
        typeof(ListBranches), typeof(GetBranch), typeof(SetBranch), typeof(DeleteBranch), typeof(GetTree),
        typeof(RenameBranch), typeof(SettleBranch), typeof(ListTags), typeof(CreateTag), typeof(DeleteTag),
        typeof(CreateMerge), typeof(CreateRevert), typeof(CreateCherryPick), typeof(RestorePath), typeof(RollbackPrompt),
        typeof(GetBlame), typeof(ListTrash), typeof(RestorePrompt), typeof(DiffTrees), typeof(DiffPrompt),
        typeof(ListDrafts), typeof(GetDraft), typeof(PutDraft), typeof(DeleteDraft), typeof(CommitDraft),
        typeof(GetChanges),
        typeof(ListRuns), typeof(CreateRun), typeof(GetRun), typeof(PatchRun), typeof(GetRunParameters), typeof(GetUsage),
        typeof(ListKeys), typeof(CreateKey), typeof(RevokeKey),
        typeof(ComposePrompt), typeof(PreviewPrompt), typeof(ValidateSource),
        typeof(GetRules), typeof(SetRules),
        typeof(GetCache), typeof(ClearCache),
        typeof(InfoRefs), typeof(UploadPack), typeof(ReceivePack),
        typeof(ListLangfusePrompts), typeof(GetLangfusePrompt), typeof(CreateLangfusePrompt), typeof(LabelLangfusePrompt), typeof(DeleteLangfusePrompt),
        typeof(GetLegacyLangfusePrompt), typeof(CreateLegacyLangfusePrompt),
        typeof(VerifyStore),
        typeof(CreateModel), typeof(GetModel), typeof(SearchModels), typeof(UpdateModel), typeof(DeleteModel), typeof(SetModelTag), typeof(DeleteModelTag),
        typeof(GetModelAlias), typeof(SetModelAlias), typeof(DeleteModelAlias), typeof(GetLatestVersions),
        typeof(CreateModelVersion), typeof(GetModelVersion), typeof(SearchModelVersions), typeof(UpdateModelVersion), typeof(DeleteModelVersion),
        typeof(SetModelVersionTag), typeof(DeleteModelVersionTag), typeof(RefusedCalls), typeof(UnknownMlflowCall),
        typeof(CollectGarbage),
    ];

    /// <summary>Adds them.</summary>
    public static void Map(IEndpointRouteBuilder routes, IServiceProvider services)
    {
        foreach (var type in All)
            ((IRoute)ActivatorUtilities.CreateInstance(services, type)).Map(routes);
    }
}
