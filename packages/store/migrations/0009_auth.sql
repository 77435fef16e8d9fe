-- Sign-in. The tables and their meaning are better-auth's (docs/decisions/0008-sign-in.md); the names are ours.
-- auth_user.id is the id of the person: a session answers who somebody is, posts say what they may do.

create table auth_user (
  id uuid primary key references person,
  name text not null,
  -- better-auth wants one; it is made up from the id and never written to.
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  display_username text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_session (
  id text primary key,
  user_id uuid not null references auth_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_session_user on auth_session (user_id);

create table auth_account (
  id text primary key,
  user_id uuid not null references auth_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  -- scrypt, as `salt:key` in hex.
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index auth_account_user on auth_account (user_id);

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);

-- What signs the session cookies: one row, made at the first start, the same for every server on this database.
create table auth_secret (
  "only" boolean primary key default true check ("only"),
  secret text not null check (length(secret) >= 32)
);

-- A new installation has no account: whoever holds the token printed at its first start makes the first one.
create table auth_setup (
  "only" boolean primary key default true check ("only"),
  token_sha256 text not null check (length(token_sha256) = 64)
);
