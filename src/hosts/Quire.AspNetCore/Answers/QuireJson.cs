using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Quire.AspNetCore.Aliases;
using Quire.AspNetCore.Annotations;
using Quire.AspNetCore.Caching;
using Quire.AspNetCore.Changes;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Composing;
using Quire.AspNetCore.Counters;
using Quire.AspNetCore.Diffing;
using Quire.AspNetCore.Drafts;
using Quire.AspNetCore.Health;
using Quire.AspNetCore.History;
using Quire.AspNetCore.Keys;
using Quire.AspNetCore.Langfuse;
using Quire.AspNetCore.Lineage;
using Quire.AspNetCore.Merging;
using Quire.AspNetCore.Projects;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Search;
using Quire.AspNetCore.Seeding;
using Quire.AspNetCore.Sets;
using Quire.AspNetCore.Similarity;
using Quire.AspNetCore.SignIns;
using Quire.AspNetCore.Store;
using Quire.Core.Collecting;
using Quire.Core.Similarity;
using Quire.Core.Validation;

namespace Quire.AspNetCore.Answers;

/// <summary>The JSON of every request and answer, generated at build time: strict when reading, without nulls when writing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = 64,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(RulesDocument))]
[JsonSerializable(typeof(MeAnswer))]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(NewProject))]
[JsonSerializable(typeof(ProjectAnswer))]
[JsonSerializable(typeof(ProjectList))]
[JsonSerializable(typeof(PromptAnswer))]
[JsonSerializable(typeof(PromptPage))]
[JsonSerializable(typeof(VersionPage))]
[JsonSerializable(typeof(AliasList))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PromptPatchBody))]
[JsonSerializable(typeof(VersionPatchBody))]
[JsonSerializable(typeof(AnnotatePromptsBody))]
[JsonSerializable(typeof(BulkAnswer))]
[JsonSerializable(typeof(MoveAliasBody))]
[JsonSerializable(typeof(ProtectedAliasList))]
[JsonSerializable(typeof(SeedBody))]
[JsonSerializable(typeof(SetBody))]
[JsonSerializable(typeof(SetList))]
[JsonSerializable(typeof(SetAnswer))]
[JsonSerializable(typeof(InstantiateBody))]
[JsonSerializable(typeof(ReadsAnswer))]
[JsonSerializable(typeof(TopReadsAnswer))]
[JsonSerializable(typeof(SeedAnswer))]
[JsonSerializable(typeof(SetAliasBody))]
[JsonSerializable(typeof(MoveBody))]
[JsonSerializable(typeof(SavePromptBody))]
[JsonSerializable(typeof(SavedAnswer))]
[JsonSerializable(typeof(BlobsBody))]
[JsonSerializable(typeof(BlobsAnswer))]
[JsonSerializable(typeof(CommitAnswer))]
[JsonSerializable(typeof(CommitPage))]
[JsonSerializable(typeof(BranchAnswer))]
[JsonSerializable(typeof(BranchList))]
[JsonSerializable(typeof(SetBranchBody))]
[JsonSerializable(typeof(TreeAnswer))]
[JsonSerializable(typeof(MergeBody))]
[JsonSerializable(typeof(PickBody))]
[JsonSerializable(typeof(MergeAnswer))]
[JsonSerializable(typeof(MergedFileAnswer))]
[JsonSerializable(typeof(RestoreBody))]
[JsonSerializable(typeof(TrashPage))]
[JsonSerializable(typeof(RollbackBody))]
[JsonSerializable(typeof(BlameAnswer))]
[JsonSerializable(typeof(RenameBranchBody))]
[JsonSerializable(typeof(BranchSettingsBody))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(TagBody))]
[JsonSerializable(typeof(DiffAnswer))]
[JsonSerializable(typeof(DraftBody))]
[JsonSerializable(typeof(CommitDraftBody))]
[JsonSerializable(typeof(DraftAnswer))]
[JsonSerializable(typeof(DraftList))]
[JsonSerializable(typeof(FeedEntry))]
[JsonSerializable(typeof(FeedPage))]
[JsonSerializable(typeof(VerifyAnswer))]
[JsonSerializable(typeof(CollectBody))]
[JsonSerializable(typeof(CollectReport))]
[JsonSerializable(typeof(CacheAnswer))]
[JsonSerializable(typeof(CommitBody))]
[JsonSerializable(typeof(ChangeAnswer))]
[JsonSerializable(typeof(SimilarList))]
[JsonSerializable(typeof(SimilarPairs))]
[JsonSerializable(typeof(TagSuggestionList))]
[JsonSerializable(typeof(NewRunBody))]
[JsonSerializable(typeof(RunPatchBody))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(RunList))]
[JsonSerializable(typeof(RunParametersAnswer))]
[JsonSerializable(typeof(NewKeyBody))]
[JsonSerializable(typeof(KeyAnswer))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(SourceBody))]
[JsonSerializable(typeof(FindingList))]
[JsonSerializable(typeof(ComposeBody))]
[JsonSerializable(typeof(PreviewBody))]
[JsonSerializable(typeof(ComposedAnswer))]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(LangfusePromptBody))]
[JsonSerializable(typeof(LangfuseLabelsBody))]
internal sealed partial class QuireJson : JsonSerializerContext
{
    /// <summary>How answers are written: letters of every script as themselves, since answers are never part of HTML.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The types, with that encoder.</summary>
    public static QuireJson Api => Relaxed.Context;

    // A class of its own, because the order of initialisers in the parts of this one is not defined.
    private static class Relaxed
    {
        public static readonly QuireJson Context =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });
    }
}
