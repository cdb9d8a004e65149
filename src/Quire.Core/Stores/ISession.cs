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
using Quire.Core.Validation;

namespace Quire.Core.Stores;

/// <summary>The tables, as one transaction or one snapshot sees them. Every look-up is by organisation or project and id.</summary>
public interface ISession
{
    /// <summary>Organisations and their counters.</summary>
    IOrganisations Organisations { get; }

    /// <summary>Projects.</summary>
    IProjects Projects { get; }

    /// <summary>Git objects.</summary>
    IObjects Objects { get; }

    /// <summary>Branches, tags and internal refs.</summary>
    IRefs Refs { get; }

    /// <summary>Prompts and the redirects of moved ones.</summary>
    IPrompts Prompts { get; }

    /// <summary>Numbered versions.</summary>
    IVersions Versions { get; }

    /// <summary>Aliases of versions.</summary>
    IAliases Aliases { get; }

    /// <summary>Which aliases are protected.</summary>
    IProtectedAliases ProtectedAliases { get; }

    /// <summary>What may change beside immutable content.</summary>
    IAnnotations Annotations { get; }

    /// <summary>The change feed.</summary>
    IFeed Feed { get; }

    /// <summary>The audit ledger.</summary>
    ILedger Ledger { get; }

    /// <summary>Answers already given to an idempotency key.</summary>
    IIdempotencyKeys IdempotencyKeys { get; }

    /// <summary>API keys.</summary>
    IApiKeys ApiKeys { get; }

    /// <summary>Browsers that are signed in.</summary>
    ISignIns SignIns { get; }

    /// <summary>What organisations ask of their prompts.</summary>
    IContentRules ContentRules { get; }

    /// <summary>What search looks at.</summary>
    ISearchIndex Search { get; }

    /// <summary>What evaluations, experiments and deployments used.</summary>
    IRuns Runs { get; }

    /// <summary>How often versions were read.</summary>
    IReads Reads { get; }

    /// <summary>The drafts of people.</summary>
    IDrafts Drafts { get; }
}
