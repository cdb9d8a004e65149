namespace Quire.Core.Access;

/// <summary>What a key may do. Nothing is allowed that is not named.</summary>
[Flags]
public enum Permissions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read prompts, versions, history, sets and the change feed.</summary>
    Read = 1,

    /// <summary>Compose and render stored prompts.</summary>
    Compose = 2,

    /// <summary>Compose and validate texts that are not stored.</summary>
    Preview = 4,

    /// <summary>Commit, move aliases that are not protected, annotate.</summary>
    Write = 8,

    /// <summary>Create projects, move protected names, force, change settings.</summary>
    Manage = 16,

    /// <summary>Create, list and revoke keys.</summary>
    Keys = 32,

    /// <summary>Read the audit ledger, check the store.</summary>
    Audit = 64,

    /// <summary>Everything: the owner key.</summary>
    All = Read | Compose | Preview | Write | Manage | Keys | Audit,
}
