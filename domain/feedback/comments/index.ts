export {
  type Comment,
  type CommentOrder,
  commentOrders,
  type ScoreBand,
  scoreBands,
} from './comment';
export { type CommentPage, listComments } from './list-comments';
