-- Other people's servers that are told of changes. Secrets are sealed with a key that stands elsewhere.
CREATE TABLE webhooks (
  id {identity},
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  webhook_id {text} NOT NULL,
  url {text} NOT NULL,
  description {text} NOT NULL,
  events {text},
  projects {text},
  secret {blob} NOT NULL,
  previous_secret {blob},
  previous_until bigint,
  disabled_reason {text},
  failing_since bigint,
  created_at bigint NOT NULL,
  seen_sequence bigint NOT NULL,
  seen_idx bigint NOT NULL,
  lease_owner {text},
  lease_until bigint NOT NULL,
  fence bigint NOT NULL,
  UNIQUE (organisation_id, webhook_id)
);

-- Rows of the feed on their way; what they say stays in the feed. Of each order_key only the first one is due (due_at), the others wait for it.
CREATE TABLE webhook_deliveries (
  webhook bigint NOT NULL REFERENCES webhooks (id),
  sequence bigint NOT NULL,
  idx bigint NOT NULL,
  order_key {text} NOT NULL,
  state bigint NOT NULL,
  due_at bigint,
  attempts bigint NOT NULL,
  attempted_at bigint,
  status bigint,
  error {text},
  detail {text},
  duration bigint,
  PRIMARY KEY (webhook, sequence, idx)
){clustered};

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook, due_at) WHERE due_at IS NOT NULL;

CREATE INDEX webhook_deliveries_due_keys ON webhook_deliveries (webhook, order_key) WHERE due_at IS NOT NULL;

CREATE INDEX webhook_deliveries_by_key ON webhook_deliveries (webhook, order_key, state, sequence, idx);

CREATE INDEX webhook_deliveries_by_state ON webhook_deliveries (webhook, state, sequence, idx);
