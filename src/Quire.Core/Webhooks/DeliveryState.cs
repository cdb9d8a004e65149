namespace Quire.Core.Webhooks;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>It is still to arrive.</summary>
    Pending = 0,

    /// <summary>The receiver said that it has it.</summary>
    Delivered = 1,

    /// <summary>It failed too often and is not tried again by itself.</summary>
    Dead = 2,
}
