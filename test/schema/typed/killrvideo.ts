/** The tables of KillrVideo, the sample application of a video site, as its public documentation describes them. */
import type { KeyspaceDefinition } from '../../../schema/typed/schema.ts';
import { index, keyspace, type } from './definitions.ts';

export function killrVideo(): KeyspaceDefinition {
  const video = { preview_image_location: 'text', name: 'text', added_date: 'timestamp' };
  return keyspace(
    'killrvideo',
    {
      users: table(['userid'], [], {
        userid: 'uuid',
        firstname: 'text',
        lastname: 'text',
        email: 'text',
        created_date: 'timestamp',
      }),
      user_credentials: table(['email'], [], { email: 'text', password: 'text', userid: 'uuid' }),
      videos: table(['videoid'], [], {
        ...{
          videoid: 'uuid',
          userid: 'uuid',
          name: 'text',
          description: 'text',
          location: 'text',
          location_type: 'int',
        },
        ...{
          preview_thumbnails: 'map<text, text>',
          tags: 'set<text>',
          metadata: 'set<frozen<udt<video_metadata>>>',
          added_date: 'timestamp',
        },
        preview_image_location: 'text',
      }),
      user_videos: table(['userid'], ['-added_date', 'videoid'], { userid: 'uuid', videoid: 'uuid', ...video }),
      latest_videos: table(['yyyymmdd'], ['-added_date', 'videoid'], {
        yyyymmdd: 'text',
        userid: 'uuid',
        videoid: 'uuid',
        ...video,
      }),
      video_ratings: table(['videoid'], [], { videoid: 'uuid', rating_counter: 'counter', rating_total: 'counter' }),
      video_ratings_by_user: table(['videoid'], ['userid'], { videoid: 'uuid', userid: 'uuid', rating: 'int' }),
      video_playback_stats: table(['videoid'], [], { videoid: 'uuid', views: 'counter' }),
      videos_by_tag: table(['tag'], ['videoid'], {
        tag: 'text',
        videoid: 'uuid',
        tagged_date: 'timestamp',
        userid: 'uuid',
        ...video,
      }),
      tags_by_letter: table(['first_letter'], ['tag'], { first_letter: 'text', tag: 'text' }),
      comments_by_video: table(['videoid'], ['-commentid'], {
        videoid: 'uuid',
        commentid: 'timeuuid',
        userid: 'uuid',
        comment: 'text',
      }),
      comments_by_user: table(['userid'], ['-commentid'], {
        userid: 'uuid',
        commentid: 'timeuuid',
        videoid: 'uuid',
        comment: 'text',
      }),
      video_event: table(['videoid', 'userid'], ['event', '-event_timestamp'], {
        ...{
          videoid: 'uuid',
          userid: 'uuid',
          preview_image_location: 'text',
          event: 'text',
          event_timestamp: 'timeuuid',
        },
        video_timestamp: 'bigint',
      }),
      uploaded_videos_by_assetid: table(['assetid'], [], { assetid: 'text', videoid: 'uuid' }),
      video_recommendations: table(['userid'], ['-rating', 'videoid'], {
        userid: 'uuid',
        rating: 'float',
        videoid: 'uuid',
        ...video,
      }),
    },
    [type('video_metadata', { height: 'int', width: 'int', video_bit_rate: 'set<text>', encoding: 'text' })],
    { videos: [index('tags', 'COMPOSITES', 'values'), index('name', 'CUSTOM')] },
  );
}

function table(partition: readonly string[], clustering: readonly string[], columns: Readonly<Record<string, string>>) {
  return {
    columns: Object.entries(columns),
    partition,
    clustering,
    ...(columns.preview_image_location !== undefined &&
      partition.length === 2 && { statics: ['preview_image_location'] }),
  };
}
