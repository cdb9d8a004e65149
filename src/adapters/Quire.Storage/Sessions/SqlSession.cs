using Quire.Core.Access;
using Quire.Core.Audit;
using Quire.Core.Changes;
using Quire.Core.Counters;
using Quire.Core.Drafts;
using Quire.Core.Lineage;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Refs;
using Quire.Core.Search;
using Quire.Core.Stores;
using Quire.Core.Validation;
using Quire.Storage.Access;
using Quire.Storage.Audit;
using Quire.Storage.Changes;
using Quire.Storage.Counters;
using Quire.Storage.Drafts;
using Quire.Storage.Lineage;
using Quire.Storage.Objects;
using Quire.Storage.Organisations;
using Quire.Storage.Prompts;
using Quire.Storage.Refs;
using Quire.Storage.Search;
using Quire.Storage.Validation;

namespace Quire.Storage.Sessions;

/// <summary>The tables over one connection; each is made when it is first asked for.</summary>
internal sealed class SqlSession(Db db, TimeProvider time) : ISession
{
    private IObjects? _objects;
    private IRefs? _refs;
    private IPrompts? _prompts;
    private IVersions? _versions;
    private IAliases? _aliases;

    /// <summary>The connection below, for tests that need to break something.</summary>
    public Db Db => db;

    public IOrganisations Organisations => new OrganisationTable(db);

    public IProjects Projects => new ProjectTable(db);

    public IObjects Objects => _objects ??= new ObjectTable(db, time);

    public IRefs Refs => _refs ??= new RefTable(db);

    public IPrompts Prompts => _prompts ??= new PromptTable(db);

    public IVersions Versions => _versions ??= new VersionTable(db);

    public IAliases Aliases => _aliases ??= new AliasTable(db);

    public IProtectedAliases ProtectedAliases => new ProtectedAliasTable(db);

    public IAnnotations Annotations => new AnnotationTable(db);

    public IRuns Runs => new RunTable(db);

    public IReads Reads => new ReadTable(db);

    public ISearchIndex Search => new SearchTable(db);

    public IFeed Feed => new FeedTable(db);

    public ILedger Ledger => new LedgerTable(db);

    public IIdempotencyKeys IdempotencyKeys => new IdempotencyTable(db);

    public IApiKeys ApiKeys => new ApiKeyTable(db);

    public ISignIns SignIns => new SignInTable(db);

    public IContentRules ContentRules => new ContentRulesTable(db);

    public IDrafts Drafts => new DraftTable(db);
}
